import Findings
import Format
import SourceTree
import Values

/// The request to refund a settlement, as it came.
struct RefundRequest {
  let id: String?
  let settlement: String
  let person: String
  let insuredIn: RegionCode
  let day: CivilDate
  /// The settlement was cleared already.
  let isCleared: Bool
  let place: Place
  let settlementPlace: Place

  /// The field that tells a refund from a claim.
  static let mark = "refund_of"

  /// Nil and findings when it cannot be read.
  static func read(_ root: Node, collector: FindingCollector) -> RefundRequest? {
    let reading = ShapeReader(vocabulary: .english, collector: collector).read(root, as: .record(RefundFormat.document))
    guard !collector.hasErrors, let settlement = reading[mark], let id = ClaimReader.told(settlement),
      let region = reading["insuplc_admdvs"]?.text.flatMap({ RegionCode($0) }),
      let day = ClaimReader.day(reading["setl_time"])
    else {
      if !collector.hasErrors { collector.report(.fieldMissing, at: root.place, ["field": mark]) }
      return nil
    }
    guard let person = ClaimReader.told(reading["psn_no"]) else {
      collector.report(.personNeeded, at: root.place)
      return nil
    }
    return RefundRequest(
      id: reading["claim_id"]?.text, settlement: id, person: person, insuredIn: region, day: day,
      isCleared: ClaimReader.flag(reading["cleared"]), place: root.place, settlementPlace: settlement.place)
  }
}
