import PolicyModel

extension DimensionSpace {
  /// The index under which claims of a value of any of these rules come here: that of the value, or of the finest one
  /// that it refines and that is known here; -1 when there is none.
  ///
  /// To rules that lack a class, its claims are claims of its parent. A disease that they do not list is none of theirs,
  /// whatever group other rules put it into.
  func index(of value: String, in dimension: Dimension, among spaces: [DimensionSpace]) -> Int {
    let own = index(of: value, in: dimension)
    if own >= 0 || dimension == .disease { return own }
    return spaces.lazy.flatMap { $0.lineage(of: value, in: dimension) }.map { self.index(of: $0, in: dimension) }
      .first { $0 >= 0 } ?? -1
  }
}
