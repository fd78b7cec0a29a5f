import Findings
import Format
import PolicyModel
import Values

/// Builds one layer: base, deductible, ratio, caps.
struct LayerBuilder {
  let context: BuildContext
  let caps: [String: Cap]
  /// Ids of all caps of the file, also of those with a fault.
  let writtenCaps: [String]
  /// Ids of the layers before this one.
  let earlier: [String]
  /// Ids of all layers of the plan.
  let all: [String]

  func build(_ reading: Reading, id: String) -> Layer? {
    guard let fund: Fund = context.word(reading["fund"]), let base = base(reading["pays_from"]),
      let ratio = RatioBuilder(context: context).build(reading["ratio"]),
      let applies = context.conditions(reading["for"])
    else { return nil }
    let cumulative = cumulative(reading["cumulative"], base: base)
    if cumulative != nil { checkCumulative(reading) }
    context.checkNoOccurrence(in: reading["for"])
    return Layer(
      id: id, title: reading["title"]?.text ?? fund.chinese, fund: fund, applies: applies,
      base: base, deductible: DeductibleBuilder(context: context).build(reading["deductible"]), ratio: ratio,
      caps: caps(reading["caps"], isCumulative: cumulative != nil),
      cumulative: cumulative, place: reading.keyPlace)
  }

  private func base(_ reading: Reading?) -> Layer.Base? {
    guard let reading, !reading.isInvalid else { return nil }
    if case .list(let items) = reading.value {
      let causes = items.compactMap(cause)
      guard causes.count == items.count else { return nil }
      for (index, item) in causes.enumerated() where causes[..<index].contains(where: { overlap($0, item) }) {
        context.report(.repeatedCause, at: items[index].place, ["text": items[index].text ?? ""])
        return nil
      }
      return .causes(causes)
    }
    guard let text = reading.text else { return nil }
    if text == BaseWords.inScope.text(in: context.vocabulary) { return .inScope }
    guard let reference = cause(reading) else { return nil }
    guard reference.cause == .overCap else {
      reportBadBase(text, at: reading.place)
      return nil
    }
    return .overCap(layer: reference.layer)
  }

  /// A cause of all layers holds that of each layer.
  private func overlap(_ first: CauseReference, _ second: CauseReference) -> Bool {
    first.cause == second.cause && (first.layer == second.layer || first.layer == nil || second.layer == nil)
  }

  private func cause(_ reading: Reading) -> CauseReference? {
    guard let text = reading.text else { return nil }
    let parts = text.split(separator: ".").map(String.init)
    guard parts.count <= 2, let name = parts.last,
      let cause = Cause.allCases.first(where: { BaseWords.word(for: $0).text(in: context.vocabulary) == name })
    else {
      reportBadBase(text, at: reading.place)
      return nil
    }
    guard parts.count == 2 else { return CauseReference(layer: nil, cause: cause) }
    guard cause != .firstSelfPay, cause != .nonLocalSelfPay else {
      reportBadBase(text, at: reading.place)
      return nil
    }
    let layer = parts[0]
    guard earlier.contains(layer) else {
      if all.contains(layer) {
        context.report(.layerOrder, at: reading.place, ["name": layer])
      } else {
        context.reportDangling(
          .unknownLayer, at: reading.place, ["name": layer, "suggestion": suggestion(for: layer, among: earlier)])
      }
      return nil
    }
    return CauseReference(layer: layer, cause: cause)
  }

  private func reportBadBase(_ text: String, at place: Place) {
    let known = Cause.allCases.map { BaseWords.word(for: $0).text(in: context.vocabulary) }
    context.report(.badBase, at: place, ["text": text, "suggestion": known.joined(separator: ", ")])
  }

  private func cumulative(_ reading: Reading?, base: Layer.Base) -> Layer.Cumulative? {
    guard let reading, let account = AccountName(reading["account"]) else { return nil }
    guard case .causes = base else {
      context.report(.cumulativeBase, at: reading.keyPlace)
      return nil
    }
    return Layer.Cumulative(
      account: account, settlesAgainstPaid: reading["settle_against"]?.word == "paid")
  }

  /// A base that adds up by itself leaves nothing for other yearly rules of the same layer.
  private func checkCumulative(_ reading: Reading) {
    let deductible = reading["deductible"]
    let restarts = reading["ratio"]?.table?.extras["restarts"]
    let misplaced = [
      deductible?["per"]?.word == "each_settlement" ? nil : deductible?["per"], deductible?["ceiling"],
      deductible?["again_every_days"], restarts?.word == "each_settlement" ? nil : restarts,
    ]
    for part in misplaced.compactMap({ $0 }) { context.report(.cumulativeYearly, at: part.keyPlace) }
  }

  private func caps(_ reading: Reading?, isCumulative: Bool) -> [Cap] {
    (reading?.items ?? []).compactMap { item in
      guard let name = item.text else { return nil }
      guard let cap = caps[name] else {
        if writtenCaps.contains(name) { return nil }
        context.reportDangling(
          .unknownCap, at: item.place, ["name": name, "suggestion": suggestion(for: name, among: writtenCaps)])
        return nil
      }
      if isCumulative, cap.measure != .paid { context.report(.cumulativeCap, at: item.place, ["name": name]) }
      return cap
    }
  }
}

/// The words for what a layer pays from, in both languages.
enum BaseWords {
  static let inScope = Word("in_scope", "政策范围内费用")

  static func word(for cause: Cause) -> Word { Word(cause.rawValue, cause.chinese) }
}

extension AccountName {
  init?(_ reading: Reading?) {
    guard let reading, let text = reading.text else { return nil }
    self.init(text, at: reading.place)
  }
}
