import Lines
import RegionPolicy

/// Settles the lines of blocks.
struct LineSettlement: BlockWorker, ~Copyable {
  private let policies: RegionPolicies
  private let isEnglish: Bool
  private var settler: LineSettler

  init(_ policies: RegionPolicies, english: Bool, carryingAccounts: Bool) {
    self.policies = policies
    isEnglish = english
    settler = LineSettler(policies, english: english, carryingAccounts: carryingAccounts)
  }

  mutating func answer(_ block: LineBlock, into answers: inout [UInt8]) -> Int {
    var refused = 0
    block.forEachLine { line, number in
      switch line {
      case .text(let bytes):
        if !settler.settle(bytes, number: number, into: &answers) { refused += 1 }
      case .tooLong:
        answers.append(
          contentsOf: (policies.refuse(tooLong: LineReader.limit, line: number, english: isEnglish).json + "\n").utf8)
        refused += 1
      }
    }
    return refused
  }
}
