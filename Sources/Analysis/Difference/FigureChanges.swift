/// What differs between the figures of a situation on two sides.
enum FigureChanges {
  typealias Change = BenefitDifference.FigureChange

  static func between(_ before: [RuleFigure], _ after: [RuleFigure]) -> [Change] {
    let earlier = layers(of: before)
    let later = layers(of: after)
    let shared = earlier.filter(later.contains)
    return order(shared, later.filter(earlier.contains))
      + whole(before, earlier.filter { !later.contains($0) }) {
        Change(name: $0, before: $1, after: nil, layerOnlyIn: .before)
      }
      + whole(after, later.filter { !earlier.contains($0) }) {
        Change(name: $0, before: nil, after: $1, layerOnlyIn: .after)
      }
      + figures(before.filter { isShared($0, shared) }, after.filter { isShared($0, shared) })
  }

  private static func layers(of figures: [RuleFigure]) -> [String] {
    figures.compactMap(\.layer).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  private static func isShared(_ figure: RuleFigure, _ shared: [String]) -> Bool {
    figure.layer.map(shared.contains) ?? true
  }

  /// Layers that both have pay one after the other, so that their order decides who pays.
  private static func order(_ before: [String], _ after: [String]) -> [Change] {
    if before == after { return [] }
    func text(_ layers: [String]) -> RuleText { .list(layers.map { RuleText($0) }) }
    return [Change(name: RuleText("layers", "支付层"), before: text(before), after: text(after))]
  }

  /// A layer that only one side has is one change, not one for each of its figures.
  private static func whole(_ figures: [RuleFigure], _ layers: [String], _ change: (RuleText, RuleText?) -> Change)
    -> [Change]
  {
    layers.map { layer in
      change(RuleText(layer), figures.first { $0.path == "\(layer).fund" }?.text)
    }
  }

  private static func figures(_ before: [RuleFigure], _ after: [RuleFigure]) -> [Change] {
    var changes: [Change] = []
    for figure in before {
      let now = after.first { $0.path == figure.path }?.text
      if now != figure.text { changes.append(Change(name: figure.name, before: figure.text, after: now)) }
    }
    for figure in after where !before.contains(where: { $0.path == figure.path }) {
      changes.append(Change(name: figure.name, before: nil, after: figure.text))
    }
    return changes
  }
}
