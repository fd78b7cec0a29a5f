import Host

/// How the change of a claim is distributed.
package struct ChangeDistribution: Sendable {
  /// Claims whose change lies in a stretch.
  package struct Bin: Sendable {
    /// The smallest and the largest change in it, in fen; nil without end.
    package let from: Int128?
    package let through: Int128?
    package internal(set) var claims = 0
  }

  /// A change that so many of a hundred changed claims do not exceed.
  package struct Quantile: Sendable {
    package let percent: Int
    package let change: Int128
  }

  /// In rising order; one of them is exactly nothing.
  package let bins: [Bin]
  /// Of the claims that change; nothing when none does.
  package let quantiles: [Quantile]
}

/// Counts changes and finds their quantiles, exactly and in bounded memory.
///
/// Equal changes are counted together. Counts beyond the limit go to a temporary file, which is read a few times in the
/// end: each time the stretch that holds a quantile becomes thousands of times shorter.
struct ChangeCounts {
  private var bins = ChangeCounts.emptyBins
  private var counts: [Int128: Int] = [:]
  private var total = 0
  private let limit: Int
  private var file: RecordFile?

  /// - Parameter limit: how many different changes are kept in memory.
  init(limit: Int) { self.limit = limit }

  /// In fen: ten yuan to fifty thousand.
  private static let edges: [Int128] = [1_000, 10_000, 100_000, 500_000, 1_000_000, 5_000_000]
  private static let percents = [0, 5, 25, 50, 75, 95, 100]
  private static let pieces: Int128 = 4096

  private static var emptyBins: [ChangeDistribution.Bin] {
    let starts = [1] + edges.map { $0 + 1 }
    let above = zip(starts, edges.map { Optional($0) } + [nil]).map {
      ChangeDistribution.Bin(from: $0, through: $1)
    }
    let below = above.reversed().map { bin in
      ChangeDistribution.Bin(from: bin.through.map { -$0 }, through: bin.from.map { -$0 })
    }
    return below + [ChangeDistribution.Bin(from: 0, through: 0)] + above
  }

  mutating func add(_ change: Int128) throws(SystemFailure) {
    if let index = bins.firstIndex(where: { $0.through.map { change <= $0 } ?? true }) { bins[index].claims += 1 }
    if change == 0 { return }
    total += 1
    counts[change, default: 0] += 1
    if counts.count > limit { try spill() }
  }

  private mutating func spill() throws(SystemFailure) {
    let file = if let file { file } else { try RecordFile() }
    self.file = file
    for (change, count) in counts { try file.append(Bytes.of(change) + Bytes.of(Int64(count))) }
    counts.removeAll(keepingCapacity: true)
  }

  func finish() throws(SystemFailure) -> ChangeDistribution {
    var quantiles: [ChangeDistribution.Quantile] = []
    if total > 0 {
      let ranks = ChangeCounts.percents.map { max(1, (total * $0 + 99) / 100) }
      for (percent, change) in zip(ChangeCounts.percents, try changes(at: ranks)) {
        quantiles.append(ChangeDistribution.Quantile(percent: percent, change: change))
      }
    }
    return ChangeDistribution(bins: bins, quantiles: quantiles)
  }

  /// A rank in the rising order of changes, and the stretch that it is known to lie in.
  private struct Search {
    /// From 1, counted within the stretch.
    var rank: Int
    var low: Int128
    var high: Int128
    var pieces: [Int] = []

    /// How long a piece of the stretch is.
    var width: Int128 { (high - low) / ChangeCounts.pieces + 1 }

    /// Goes on with the piece that holds the rank.
    mutating func narrow() {
      let width = width
      for (index, count) in pieces.enumerated() {
        if rank <= count {
          low += Int128(index) * width
          high = min(high, low + width - 1)
          break
        }
        rank -= count
      }
      pieces = []
    }
  }

  /// The changes at ranks in their rising order.
  private func changes(at ranks: [Int]) throws(SystemFailure) -> [Int128] {
    var low = Int128.max
    var high = Int128.min
    try forEach { change, _ in
      low = min(low, change)
      high = max(high, change)
    }
    var searches = ranks.map { Search(rank: $0, low: low, high: high) }
    while searches.contains(where: { $0.low < $0.high }) {
      for index in searches.indices where searches[index].low < searches[index].high {
        searches[index].pieces = Array(repeating: 0, count: Int(ChangeCounts.pieces))
      }
      try forEach { change, count in
        for index in searches.indices where !searches[index].pieces.isEmpty {
          guard change >= searches[index].low, change <= searches[index].high else { continue }
          searches[index].pieces[Int((change - searches[index].low) / searches[index].width)] += count
        }
      }
      for index in searches.indices where !searches[index].pieces.isEmpty { searches[index].narrow() }
    }
    return searches.map(\.low)
  }

  private func forEach(_ body: (Int128, Int) -> Void) throws(SystemFailure) {
    for (change, count) in counts { body(change, count) }
    try file?.forEach { record throws(SystemFailure) in
      body(
        Bytes.number(record[...], as: Int128.self), Int(Bytes.number(record.dropFirst(16), as: Int64.self)))
    }
  }
}
