import Settlement
import Values

/// How accounts are written: each by its name, and of a family kept apart by disease only those that hold something.
package struct AccountList {
  package struct Item {
    package let name: String
    package let text: String
  }

  package let items: [Item]

  /// - Parameters:
  ///   - values: what the known accounts hold.
  ///   - all: every account of the region.
  package init(_ values: [(account: Account, value: Int64)], of all: [Account]) {
    var items: [Item] = []
    var listed: Set<String> = []
    var complete: [String: Bool] = [:]
    for (account, value) in values {
      guard let family = account.family else {
        items.append(Item(name: account.name, text: AccountList.text(value, of: account)))
        continue
      }
      let isComplete =
        complete[family] ?? (values.count { $0.account.family == family } == all.count { $0.family == family })
      complete[family] = isComplete
      if value != 0 || !isComplete {
        items.append(Item(name: account.name, text: AccountList.text(value, of: account)))
      }
      if isComplete, listed.insert(family).inserted {
        items.append(Item(name: "\(family).*", text: AccountList.text(0, of: account)))
      }
    }
    self.items = items
  }

  /// What an account holds: yuan, or whole times.
  package static func text(_ value: Int64, of account: Account) -> String {
    account.measure.isCount ? "\(value)" : "\(Fen(value))"
  }
}
