import Findings
import Values

/// Who has to file treatment elsewhere, how long and where a filing holds, and what standing follows (docs/semantics.md 3.2).
///
/// A rule that is nil is one the region does not state: claims that turn on it are refused, nothing is guessed.
package final class FilingRules: Sendable {
  package enum Need: String, Sendable, CaseIterable {
    case needed
    case notNeeded = "not_needed"
  }

  /// The channels that are open to a claim.
  package enum OpenChannels: String, Sendable, CaseIterable {
    case either
    case manual
  }

  package let needed: RuleTable<Figure<Need>>
  /// By kind of filing: a value of `standing`.
  package let kinds: [String: Kind]
  package let endedBy: Ending
  package let scope: Scope
  package let chronic: Figure<Int>?
  package let stays: Figure<Coverage>?
  package let late: Lateness?
  package let emergency: Figure<Deeming>?
  package let trauma: Trauma?
  package let backHome: BackHome?
  package let channel: RuleTable<Figure<OpenChannels>>?
  package let catalogue: CatalogueUse?
  /// Diseases that can be settled directly elsewhere; nil when all can.
  package let directDiseases: Figure<Set<String>>?
  package let outsideExamination: Figure<Merging>?
  package let standing: RuleTable<Figure<String>>
  package let place: Place

  /// The kinds of filing, in the order in which they go first.
  package static let kindNames = [longTerm, "referral", "temporary"]
  /// The kind of people who live elsewhere.
  package static let longTerm = "long_term"

  /// Kinds of persons as the documents tell them apart.
  package static let subKinds: [DimensionValue] = [
    .init("retired_settled", "异地安置退休人员"), .init("long_term_resident", "异地长期居住人员"), .init("posted", "常驻异地工作人员"),
    .init("referred", "异地转诊人员"), .init("emergency", "异地急诊抢救人员"), .init("other", "其他人员"),
  ]

  package struct Kind: Sendable {
    /// Kinds of persons; nil when anyone may file.
    package let subKinds: Figure<Set<String>>?
    package let lasts: Figure<Lasting>
    package let change: ChangeLimit?

    package init(subKinds: Figure<Set<String>>?, lasts: Figure<Lasting>, change: ChangeLimit?) {
      self.subKinds = subKinds
      self.lasts = lasts
      self.change = change
    }
  }

  package enum Lasting: Hashable, Sendable {
    case open
    case chosen
    case months(Int)
    case atLeastMonths(Int)
  }

  /// A new filing for another place does not count before so many months have gone by.
  package struct ChangeLimit: Sendable {
    package let months: Figure<Int>
    /// Only filings made on a promise are blocked.
    package let isOfPromised: Bool
    package let isSoonerWithPapers: Bool

    package init(months: Figure<Int>, isOfPromised: Bool, isSoonerWithPapers: Bool) {
      self.months = months
      self.isOfPromised = isOfPromised
      self.isSoonerWithPapers = isSoonerWithPapers
    }
  }

  package enum Refiling: String, Sendable, CaseIterable {
    case sameKind = "same_kind"
    case anyKind = "any_kind"
  }

  package struct Ending: Sendable {
    package let refiling: Figure<Refiling>?
    package let employer: Citation?
    package let insurance: Citation?

    package init(refiling: Figure<Refiling>?, employer: Citation?, insurance: Citation?) {
      self.refiling = refiling
      self.employer = employer
      self.insurance = insurance
    }
  }

  package enum Area: String, Sendable, CaseIterable {
    case poolingRegion = "pooling_region"
    case poolingRegionOrProvince = "pooling_region_or_province"
  }

  package enum Linking: String, Sendable, CaseIterable {
    case linked
    case apart
  }

  package struct Scope: Sendable {
    package let area: Figure<Area>
    package let capital: Figure<Linking>?

    package init(area: Figure<Area>, capital: Figure<Linking>?) {
      self.area = area
      self.capital = capital
    }
  }

  /// What becomes of a stay that runs on after the filing.
  package enum Coverage: String, Sendable, CaseIterable {
    case toTheirEnd = "to_their_end"
    case insideOnly = "inside_only"
  }

  /// What a filing counts as that was made after the visit began.
  package struct Lateness: Sendable {
    package let beforeDischarge: Figure<Timeliness>
    package let afterDischarge: Figure<Timeliness>

    package init(beforeDischarge: Figure<Timeliness>, afterDischarge: Figure<Timeliness>) {
      self.beforeDischarge = beforeDischarge
      self.afterDischarge = afterDischarge
    }
  }

  package enum Timeliness: String, Sendable, CaseIterable {
    case filed
    case late
    case notFiled = "not_filed"
  }

  package enum Deeming: String, Sendable, CaseIterable {
    case deemedFiled = "deemed_filed"
    case notFiled = "not_filed"
  }

  package enum Payability: String, Sendable, CaseIterable {
    case payable
    case withCommitment = "with_commitment"
    case notPayable = "not_payable"
  }

  package struct Trauma: Sendable {
    package let thirdParty: Figure<Payability>
    package let noThirdParty: Figure<Payability>

    package init(thirdParty: Figure<Payability>, noThirdParty: Figure<Payability>) {
      self.thirdParty = thirdParty
      self.noThirdParty = noThirdParty
    }
  }

  package struct BackHome: Sendable {
    /// A value of `standing`.
    package let standing: Figure<String>
    /// A value of `standing`, or `not_payable`; nil when missing papers change nothing.
    package let untilPapers: Figure<String>?

    package init(standing: Figure<String>, untilPapers: Figure<String>?) {
      self.standing = standing
      self.untilPapers = untilPapers
    }
  }

  /// Whose catalogue the fees were split by.
  package enum CatalogueOwner: String, Sendable, CaseIterable {
    case treatment
    case home
  }

  package struct CatalogueUse: Sendable {
    package let direct: Figure<CatalogueOwner>
    package let manual: Figure<CatalogueOwner>

    package init(direct: Figure<CatalogueOwner>, manual: Figure<CatalogueOwner>) {
      self.direct = direct
      self.manual = manual
    }
  }

  package enum Merging: String, Sendable, CaseIterable {
    case merged
    case apart
  }

  package init(
    needed: RuleTable<Figure<Need>>, kinds: [String: Kind], endedBy: Ending, scope: Scope, chronic: Figure<Int>?,
    stays: Figure<Coverage>?, late: Lateness?, emergency: Figure<Deeming>?, trauma: Trauma?, backHome: BackHome?,
    channel: RuleTable<Figure<OpenChannels>>?, catalogue: CatalogueUse?, directDiseases: Figure<Set<String>>?,
    outsideExamination: Figure<Merging>?, standing: RuleTable<Figure<String>>, place: Place
  ) {
    self.needed = needed
    self.kinds = kinds
    self.endedBy = endedBy
    self.scope = scope
    self.chronic = chronic
    self.stays = stays
    self.late = late
    self.emergency = emergency
    self.trauma = trauma
    self.backHome = backHome
    self.channel = channel
    self.catalogue = catalogue
    self.directDiseases = directDiseases
    self.outsideExamination = outsideExamination
    self.standing = standing
    self.place = place
  }
}
