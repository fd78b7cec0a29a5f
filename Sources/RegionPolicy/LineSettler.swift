import Claims
import Findings
import Registry

/// Settles claims line by line, much faster than one by one where lines are alike; the answers are the same.
///
/// One value serves one thread.
package struct LineSettler: ~Copyable {
  private var claims: AlikeClaims<RulesInUse>

  /// - Parameter carryingAccounts: whether each person's claims come in the order of time and carry their accounts on.
  package init(_ policies: RegionPolicies, english: Bool = false, carryingAccounts: Bool = false) {
    claims = AlikeClaims(
      ClaimSettler(source: policies.rules), language: english ? .english : .chinese,
      carryingAccounts: carryingAccounts)
  }

  /// Settles one claim and appends its answer, a line of JSON with its end.
  ///
  /// - Parameters:
  ///   - line: UTF-8 JSON without a line end.
  ///   - number: the line's number in its file, for error records.
  /// - Returns: whether it was settled; what is appended is an error record otherwise.
  package mutating func settle(_ line: UnsafeRawBufferPointer, number: Int, into answers: inout [UInt8]) -> Bool {
    line.withMemoryRebound(to: UInt8.self) { claims.settle($0, number: number, into: &answers) }
  }
}
