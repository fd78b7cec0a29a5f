import PolicyModel
import Values

/// The standing of a visit, and what led to it.
package struct StandingDecision: Sendable {
  /// A value of `standing`.
  package var standing: String
  /// Nil when the standing was stated and nobody looked.
  package var channels: FilingRules.OpenChannels?
  /// Values of `reason` and `filed`; nil where no filing was needed or asked for.
  package var reason: String?
  package var filed: String?
  /// Index of the filing that counts.
  package var filing: Int?
  /// By filing.
  package var verdicts: [FilingVerdict] = []
  package var grounds: [Ground] = []

  package init(
    standing: String, channels: FilingRules.OpenChannels? = nil, filing: Int? = nil, verdicts: [FilingVerdict] = [],
    grounds: [Ground] = []
  ) {
    self.standing = standing
    self.channels = channels
    self.filing = filing
    self.verdicts = verdicts
    self.grounds = grounds
  }

  /// Of a visit at home, where nothing was filed that counts.
  package static let local = StandingDecision(standing: "local", channels: .either)

  /// Something that was decided, and the clause.
  package struct Ground: Sendable {
    package enum Kind: Hashable, Sendable {
      case traumaPayable
      case backHome
      case notNeeded
      case needed
      case lasts
      case area
      case institutions
      case madeDuringVisit
      case madeAfterDischarge
      case coversStay
      case emergency
      case standing
      case anyChannel
      case manualOnly
      case treatmentCatalogue
      case homeCatalogue
      case directDisease
      case outsideExamination
      case stayByDays
      case stayWhole
    }

    package let kind: Kind
    package let citation: Citation

    package init(kind: Kind, citation: Citation) {
      self.kind = kind
      self.citation = citation
    }
  }

  /// Every clause it rests on: of what counts, and of what keeps filings from counting.
  package var citations: [Citation] {
    grounds.map(\.citation)
      + verdicts.compactMap { if case .notCounted(let obstacle) = $0 { obstacle.citation } else { nil } }
  }
}
