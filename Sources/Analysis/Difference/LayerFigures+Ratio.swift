import PolicyModel
import Settlement
import Values

extension LayerFigures {
  mutating func ratio() throws -> [RuleFigure] {
    let rule = layer.ratio
    guard let columns = try columns() else { return [] }
    let ends = columns.map { column in
      column.end.map { RuleText("to ", "至 ") + .money(Fen($0)) + RuleText(": ", "：") + .share(column.rate) }
        ?? (columns.count > 1 ? RuleText("above: ", "以上：") : RuleText("")) + .share(column.rate)
    }
    // One ratio for everything is the same however its columns would be counted.
    let isDivided = columns.count > 1
    return [
      figure("ratio", "支付比例", .list(ends)),
      figure("ratio.adjust", "支付比例.调整", try steps()),
      figure("ratio.counted", "支付比例.分段口径", isDivided ? .word(rule.axis) : nil),
      figure(
        "ratio.how", "支付比例.计算方式",
        isDivided ? rule.isSlab ? RuleText("slab", "全额套档") : RuleText("marginal", "分段累加") : nil),
      figure("ratio.account", "支付比例.账户", account(rule.account)),
    ].compactMap { $0 }
  }

  /// Nil as the end of the last one.
  private typealias Column = (end: Int64?, rate: Exact)

  /// The columns with their final ratios; neighbours that pay the same are one, unless each is rounded by itself.
  private mutating func columns() throws -> [Column]? {
    algebra.lookUp.setOrdinal(nil)
    guard let rates = try algebra.lookUp.rates(of: index) else { return nil }
    var columns: [Column] = []
    for (end, rate) in zip(layer.ratio.ends, rates) {
      if policy.rounding.moment == .layer, columns.last?.rate == rate { columns.removeLast() }
      columns.append((end == .max ? nil : end, rate))
    }
    return columns
  }

  /// How points that are added for each number come about: only some of the numbers are looked at, and a bound may be
  /// reached between them.
  private mutating func steps() throws -> RuleText? {
    let holding = layer.ratio.adjustments.filter { $0.applies.hold(for: facts) }
    guard holding.contains(where: \.hasMultiplier), let leaf = algebra.lookUp.leaf(of: layer.ratio.table) else {
      return nil
    }
    let count = layer.ratio.ends.count
    var parts = layer.ratio.ratios[(leaf * count)..<((leaf + 1) * count)].map { RuleText.share($0.value) }
    for adjustment in holding { parts += text(of: adjustment) }
    if layer.isReached, let change = situation.change { parts += text(of: change) }
    return .list(parts)
  }

  private mutating func text(of adjustment: CompiledRatio.Adjustment) -> [RuleText] {
    let change: RuleText?
    switch adjustment.change {
    case .plus(let points, let forEach):
      let times = forEach.map { multiplier in
        let dimension = policy.space.dimensions.first { policy.space.slot(of: $0) == multiplier.slot }
        return RuleText(
          " for_each \(dimension?.name ?? "") beyond \(multiplier.beyond)",
          " 每满 \(dimension?.chinese ?? "") 超过 \(multiplier.beyond)")
      }
      change = algebra.lookUp.figure(of: points).map {
        RuleText("plus ", "提高 ") + .share($0) + (times ?? RuleText(""))
      }
    case .selfPayTimes(let factor): change = RuleText("self_pay_times ", "自付乘以 ") + .share(factor.value)
    }
    return [change].compactMap { $0 }
      + RuleText.bounds(
        atLeast: adjustment.atLeast.map { .share($0.value) }, atMost: adjustment.atMost.map { .share($0.value) })
  }

  private func text(of change: CompiledChange) -> [RuleText] {
    var parts: [RuleText] = []
    switch change.ratio {
    case .lowerBy(let points): parts.append(RuleText("lower_by ", "降低 ") + .share(points.value))
    case .times(let factor): parts.append(RuleText("pays_of_home_ratio ", "按本地比例的 ") + .share(factor.value))
    case .instead(let ratio): parts.append(RuleText("ratio_instead ", "改用比例 ") + .share(ratio.value))
    case nil: break
    }
    parts += RuleText.bounds(
      atLeast: change.atLeast.map { .share($0.value) }, atMost: change.atMost.map { .share($0.value) })
    if let times = change.benefitTimes {
      parts.append(RuleText("pays_of_home_benefit ", "按本地待遇的 ") + .share(times.value))
    }
    return parts
  }
}

extension CompiledRatio.Adjustment {
  fileprivate var hasMultiplier: Bool {
    if case .plus(_, forEach: .some) = change { true } else { false }
  }
}
