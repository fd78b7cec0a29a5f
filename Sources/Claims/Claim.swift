import Findings
import PolicyModel
import SourceTree
import Standing
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
  /// The day whose rules and accounts the claim is settled with.
  package var settledOn: CivilDate
  /// The day on which it is settled; another one than `settledOn` for the parts of a stay over two years.
  package var knownOn: CivilDate
  /// It is the part of a stay in the year before the discharge.
  package var isEarlierPart = false
  /// It says what accounts hold; of a stay that was split, for one of its parts at least.
  package var bringsBalances = false
  package var amounts: Amounts
  /// Empty when the claim brings no lines.
  package var lines: [Line]
  /// Nil when the claim says nothing about filings.
  package var filings: [FilingRecord]?
  package var employer: String?
  package var isEmergency: Bool
  package var isTrauma: Bool
  /// A third party is liable for the injury; nil when not told.
  package var isThirdPartyLiable: Bool?
  package var hasTraumaCommitment: Bool
  package var catalogue: Coded?
  package var standing: Coded?
  package var channel: String?
  package var birthday: CivilDate?
  package var age: Int?
  package var hardship: String?
  package var attributes: [String: Coded]
  package var sameUnit: EarlierVisit?
  /// Nil when the claim says nothing about accounts.
  package var accounts: [AccountEntry]?
  /// Of the year in which a stay began that is split over two years.
  package var accountsBefore: [AccountEntry]?
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

  /// A filing as it came.
  package struct FilingRecord {
    package let filing: Filing
    /// The platform's code.
    package let insurance: Coded?
    package let place: Place
  }

  package struct Line {
    package var amounts: Amounts
    package let disease: Coded?
    /// Examined or bought at another institution.
    package let isOutside: Bool
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
