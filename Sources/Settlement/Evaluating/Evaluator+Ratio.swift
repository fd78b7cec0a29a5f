import PolicyModel
import Values

extension Evaluator {
  /// r of a column: the table's, the adjustments in order, the standing's change and bounds, its benefit factor;
  /// always within 0…1.
  package mutating func finalRatio(_ index: Int, leaf: Int, column: Int) throws(ArithmeticOverflow) -> Cited<Exact> {
    let layer = plan.layers[index]
    let home = layer.ratio.ratios[leaf * layer.ratio.ends.count + column]
    recorder.cite(home.citation)
    var ratio = home.value
    for adjustment in layer.ratio.adjustments where adjustment.applies.hold(for: facts) {
      ratio = try adjusted(ratio, by: adjustment, layer: index)
    }
    ratio = try withinOne(ratio)
    if layer.isReached, let change { ratio = try changed(ratio, by: change, layer: index) }
    return Cited(value: ratio, citation: home.citation)
  }

  private mutating func adjusted(_ ratio: Exact, by adjustment: CompiledRatio.Adjustment, layer: Int)
    throws(ArithmeticOverflow) -> Exact
  {
    var result: Exact
    let citation: Int32
    switch adjustment.change {
    case .plus(let points, let forEach):
      guard let leaf = leaf(of: points.table) else { return ratio }
      var added = points.values[leaf].value
      if let forEach {
        let times = max(0, Int(facts.values[forEach.slot]) - forEach.beyond)
        added = try added.multiplied(by: Exact(Int64(times)))
      }
      result = try ratio.adding(added)
      citation = points.values[leaf].citation
    case .selfPayTimes(let factor):
      result = try Exact.one.subtracting(Exact.one.subtracting(ratio).multiplied(by: factor.value))
      citation = factor.citation
    }
    result = try bounded(result, atMost: adjustment.atMost, atLeast: adjustment.atLeast)
    recorder.cite(citation)
    recorder.record(.adjusted(layer: layer, from: ratio, to: result, citation: citation))
    return result
  }

  private mutating func changed(_ ratio: Exact, by change: CompiledChange, layer: Int)
    throws(ArithmeticOverflow) -> Exact
  {
    var result = ratio
    switch change.ratio {
    case .lowerBy(let points): result = try cite(points).subtracted(from: result)
    case .times(let factor): result = try result.multiplied(by: cite(factor))
    case .instead(let replacement): result = cite(replacement)
    case nil: break
    }
    result = try withinOne(result)
    result = try bounded(result, atMost: change.atMost, atLeast: change.atLeast)
    if let times = change.benefitTimes { result = try result.multiplied(by: cite(times)) }
    result = try withinOne(result)
    if result != ratio, let citation = change.ratioCitation {
      recorder.record(.standing(layer: layer, from: ratio, to: result, citation: citation))
    }
    return result
  }

  /// The ratio within bounds; a bound is cited when it binds.
  private mutating func bounded(_ ratio: Exact, atMost: Cited<Exact>?, atLeast: Cited<Exact>?)
    throws(ArithmeticOverflow) -> Exact
  {
    if let atMost, try atMost.value.isLess(than: ratio) { return cite(atMost) }
    if let atLeast, try ratio.isLess(than: atLeast.value) { return cite(atLeast) }
    return ratio
  }

  private mutating func cite(_ cited: Cited<Exact>) -> Exact {
    recorder.cite(cited.citation)
    return cited.value
  }

  private func withinOne(_ ratio: Exact) throws(ArithmeticOverflow) -> Exact {
    try ratio.notBelowZero.lesser(of: .one)
  }
}

extension Exact {
  fileprivate func subtracted(from other: Exact) throws(ArithmeticOverflow) -> Exact { try other.subtracting(self) }
}

extension CompiledChange {
  /// The clause of what changes the ratio.
  var ratioCitation: Int32? {
    switch ratio {
    case .lowerBy(let cited), .times(let cited), .instead(let cited): cited.citation
    case nil: benefitTimes?.citation ?? atMost?.citation ?? atLeast?.citation
    }
  }
}
