import PolicyModel
import Settlement
import Values

extension LayerFigures {
  mutating func caps() throws -> [RuleFigure] {
    var figures: [RuleFigure?] = []
    for cap in layer.caps {
      algebra.lookUp.setOrdinal(nil)
      let limit = try algebra.lookUp.limit(of: cap)
      var parts = [limit.map { .money($0) } ?? RuleText("unlimited", "不封顶"), RuleText.word(cap.measure)]
      parts.append(account(cap.account) ?? .word(cap.cap.period))
      let path = "caps.\(cap.cap.id)"
      figures.append(figure(path, "限额.\(cap.cap.id)", .list(parts)))
      figures.append(figure("\(path).several", "限额.\(cap.cap.id).多病种", cap.several.map(text)))
    }
    return figures.compactMap { $0 }
  }

  private func text(of several: CompiledCap.Several) -> RuleText {
    switch several {
    case .largest: RuleText("largest", "取最高")
    case .mainAndOthers(let most): RuleText("main_plus_others_up_to ", "主病种加其他最多 ") + .money(most.value)
    }
  }
}
