import Findings
import PolicyModel
import SourceTree
import Values

/// One claim as it came, checked for form and sums, not yet for a region's rules.
package struct Claim {
  package var id: String?
  package var person: String?
  package var insuredIn: RegionCode
  package var treatedIn: RegionCode?
  package var insurance: Coded
  package var personKind: Coded
  package var visit: Coded
  package var hospitalLevel: Coded?
  package var institution: String?
  package var disease: Coded?
  /// The person's certified diseases, the chosen main one first.
  package var diseases: [Coded]
  package var began: CivilDate?
  package var ended: CivilDate?
  package var settledOn: CivilDate
  package var amounts: Amounts
  package var standing: Coded?
  package var channel: String?
  package var birthday: CivilDate?
  package var age: Int?
  package var hardship: String?
  package var attributes: [String: Coded]
  package var sameUnit: EarlierVisit?
  /// Nil when the claim says nothing about accounts.
  package var accounts: [AccountEntry]?
  package var place: Place

  /// A code or word with where it stands.
  package struct Coded {
    package let text: String
    package let place: Place
  }

  /// The visit that a claim counts as one with.
  package struct EarlierVisit {
    package let claimID: String?
    package let institution: String?
    package let began: CivilDate?
    package let ended: CivilDate
    package let place: Place
  }

  package struct AccountEntry {
    package let name: String
    package let text: String
    package let place: Place
  }

  /// The total and its four parts.
  package struct Amounts: Hashable, Sendable {
    package var total: Fen
    package var fullySelfPaid: Fen
    package var overLimit: Fen
    package var firstSelfPay: Fen
    package var inScope: Fen
  }
}
