import Findings
import Format
import PolicyModel

/// Builds the rules about stays across years and refunds.
struct VisitLifeBuilder {
  let context: BuildContext

  func stayAcrossYears(_ reading: Reading?) -> StayAcrossYears? {
    guard let reading, let settling: Figure<StayAcrossYears.Settling> = context.ruling(reading["settled"])
    else { return nil }
    if settling.value == .whole, let option = reading["deductible"] ?? reading["counts_in"] {
      context.report(.splitOptionNeedless, at: option.keyPlace)
    }
    return StayAcrossYears(
      settling: settling, deductible: context.word(reading["deductible"]) ?? .once,
      counting: context.word(reading["counts_in"]) ?? .firstYear, place: reading.keyPlace)
  }

  func refunds(_ reading: Reading?) -> RefundRules? {
    guard let reading, let visits = reading["visits"], let allows = reading["allows"] else { return nil }
    func values(_ reading: Reading?) -> Set<String>? { reading.map { Set($0.items.compactMap(\.word)) } }
    return RefundRules(
      visits: values(visits), distances: values(reading["distances"]), channels: values(reading["channels"]),
      allowed: Set(allows.items.compactMap(\.word).compactMap(RefundRules.Circumstance.init)),
      citation: context.citation(of: reading), place: reading.keyPlace)
  }
}
