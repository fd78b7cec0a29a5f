import Findings
import PolicyModel
import Values

/// Clauses, each listed once.
struct CitationIndex {
  private(set) var all: [Citation] = []
  private var positions: [Citation: Int32] = [:]

  /// A clause listed once more, for one figure alone.
  mutating func ownIndex(of citation: Citation) -> Int32 {
    all.append(citation)
    return Int32(all.count - 1)
  }

  mutating func index(of citation: Citation) -> Int32 {
    if let position = positions[citation] { return position }
    all.append(citation)
    positions[citation] = Int32(all.count - 1)
    return Int32(all.count - 1)
  }
}

/// Accounts by name; one name may hold one kind of quantity only.
struct AccountIndex {
  let collector: FindingCollector
  private(set) var all: [Account] = []
  private var positions: [String: (index: Int, place: Place)] = [:]

  init(collector: FindingCollector) { self.collector = collector }

  /// How rules use up the deductibles they name; one name may be used in one way only.
  private var uses: [String: (use: String, place: Place)] = [:]

  mutating func note(_ name: AccountName, _ use: String) {
    if let known = uses[name.text], known.use != use {
      collector.report(
        .accountUnits, at: name.place, related: known.place, ["name": name.text, "first": known.use, "second": use])
    }
    uses[name.text] = uses[name.text] ?? (use, name.place)
  }

  mutating func index(of account: Account, at place: Place) -> Int {
    if let known = positions[account.name] {
      let first = all[known.index]
      if first != account {
        collector.report(
          .accountUnits, at: place, related: known.place,
          [
            "name": account.name, "first": "\(first.measure.rawValue)/\(first.period.name)",
            "second": "\(account.measure.rawValue)/\(account.period.name)",
          ])
      }
      return known.index
    }
    all.append(account)
    positions[account.name] = (all.count - 1, place)
    return all.count - 1
  }
}
