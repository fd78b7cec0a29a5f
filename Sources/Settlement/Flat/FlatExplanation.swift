import PolicyModel
import Values

/// Makes the steps of a general evaluation out of the events of a flat one.
struct FlatExplanation {
  private let figures: FlatFigures
  /// What the accounts held before the claim.
  private let before: [Int64]
  private var layer = 0
  private var own: FlatFigures.Layer?
  private var year: (before: Int64, now: Int64) = (0, 0)
  private(set) var steps: [Step]
  private(set) var cited: Set<Int32>

  /// - Throws: an overflow where an exact figure does not fit.
  init(_ trace: borrowing FlatTrace, _ figures: FlatFigures, inScope: Fen, accounts before: [Int64])
    throws(ArithmeticOverflow)
  {
    self.figures = figures
    self.before = before
    steps = [.start(inScope: inScope)]
    cited = figures.cited
    if let level = figures.level { steps.append(.treatedAsLevel(level.value, citation: level.citation)) }
    for index in 0..<trace.count { try add(trace.start[index]) }
  }

  private mutating func add(_ event: FlatEvent) throws(ArithmeticOverflow) {
    let number = Int(event.index)
    switch event.kind {
    case .begins: try begin(number, event)
    case .selfPay:
      guard let share = figures.selfPay else { return }
      steps.append(
        .firstSelfPay(
          base: Exact(event.first), ratio: share.value, amount: Fen(event.second), citation: share.citation))
    case .periodRoom:
      if own?.standard?.value.count != event.first {
        steps.append(.deductibleLimited(layer: layer, room: Fen(event.first), citation: nil))
      }
    case .ceilingRoom:
      steps.append(.deductibleLimited(layer: layer, room: Fen(event.first), citation: own?.ceilingCitation))
    case .charged: try charge(event)
    case .used:
      guard let cap = own?.caps[number] else { return }
      steps.append(
        .cap(layer: layer, cap: number, limit: cap.value, used: Fen(event.first), citation: cap.citation))
    case .column: try column(number, event)
    case .year: year = (event.first, event.second)
    case .shares:
      steps.append(
        .cumulative(
          layer: layer, before: Fen(year.before), now: Fen(year.now), paidBefore: try exact(event.first, event),
          paidAfter: try exact(event.second, event)))
    case .paid:
      steps.append(.paid(layer: layer, exact: try exact(event.first, event), paid: Fen(event.second)))
    }
  }

  private mutating func begin(_ number: Int, _ event: FlatEvent) throws(ArithmeticOverflow) {
    layer = number
    own = figures.layers[number]
    steps.append(.layerBegins(layer, base: try exact(event.first, event)))
    steps += own?.adjustments ?? []
  }

  private mutating func charge(_ event: FlatEvent) throws(ArithmeticOverflow) {
    guard let own, let standard = own.standard else { return }
    let ordinal = own.isYearly || own.counter < 0 ? nil : Int(clamping: before[own.counter]) + 1
    steps.append(
      .deductible(
        layer: layer, standard: standard.value, charged: try exact(event.first, event), ordinal: ordinal,
        citation: standard.citation))
  }

  private mutating func column(_ number: Int, _ event: FlatEvent) throws(ArithmeticOverflow) {
    guard let column = own?.columns[number] else { return }
    steps += column.changes
    cited.formUnion(column.cited)
    let amount = try exact(event.second - event.first, event).multiplied(by: column.ratio.value)
    steps.append(
      .column(
        layer: layer, from: try exact(event.first, event), to: try exact(event.second, event),
        ratio: column.ratio.value, amount: amount, citation: column.ratio.citation))
  }

  private func exact(_ count: Int64, _ event: FlatEvent) throws(ArithmeticOverflow) -> Exact {
    try Exact(Int128(count), over: Int128(event.parts))
  }
}
