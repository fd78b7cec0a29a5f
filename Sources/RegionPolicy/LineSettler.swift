/// Settles claims line by line.
///
/// One value serves one thread.
package struct LineSettler: ~Copyable {
  private let policies: RegionPolicies
  private let english: Bool

  package init(_ policies: RegionPolicies, english: Bool = false) {
    self.policies = policies
    self.english = english
  }

  /// Settles one claim and appends its answer, a line of JSON with its end.
  ///
  /// - Parameters:
  ///   - line: UTF-8 JSON without a line end.
  ///   - number: the line's number in its file, for error records.
  /// - Returns: whether it was settled; what is appended is an error record otherwise.
  package mutating func settle(_ line: UnsafeRawBufferPointer, number: Int, into answers: inout [UInt8]) -> Bool {
    let answer = policies.settle(claim: Array(line), line: number, english: english)
    answers.append(contentsOf: answer.json.utf8)
    answers.append(0x0A)
    return answer.isSettled
  }
}
