import Values

extension PiecewiseLinear {
  /// The same on all amounts that a claim can have; what only begins at or beyond the largest of them is left out.
  package func upToLargestClaim() throws(ArithmeticOverflow) -> PiecewiseLinear {
    let end = Exact(Fen.largest)
    var kept = pieces
    while kept.count > 1, try !kept[kept.count - 1].start.isLess(than: end) { kept.removeLast() }
    return kept.count == pieces.count ? self : try PiecewiseLinear(atZero: atZero, kept)
  }
}

extension LayerResult<PiecewiseLinear> {
  func upToLargestClaim() throws(ArithmeticOverflow) -> LayerResult {
    LayerResult(
      layer: layer, base: try base.upToLargestClaim(), deductible: try deductible.upToLargestClaim(),
      end: try end.upToLargestClaim(), uncapped: try uncapped.upToLargestClaim(),
      room: try room.map { left throws(ArithmeticOverflow) in try left?.upToLargestClaim() },
      axis: (from: try axis.from.upToLargestClaim(), to: try axis.to.upToLargestClaim()),
      payment: try payment.upToLargestClaim())
  }
}
