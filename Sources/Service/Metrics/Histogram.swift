/// How long things took, in buckets whose bounds Prometheus takes quantiles from.
struct Histogram {
  /// Upper bounds in nanoseconds, and as Prometheus writes them, in seconds.
  static let bounds: [(nanoseconds: Int64, seconds: String)] = [
    (250_000, "0.00025"), (500_000, "0.0005"), (1_000_000, "0.001"), (2_500_000, "0.0025"), (5_000_000, "0.005"),
    (10_000_000, "0.01"), (25_000_000, "0.025"), (50_000_000, "0.05"), (100_000_000, "0.1"), (250_000_000, "0.25"),
    (500_000_000, "0.5"), (1_000_000_000, "1"), (2_500_000_000, "2.5"), (10_000_000_000, "10"),
  ]

  /// Of each bucket and all before it, as they are shown.
  private(set) var counts = [Int](repeating: 0, count: Histogram.bounds.count)
  private(set) var count = 0
  private(set) var sum: Int64 = 0

  mutating func add(_ nanoseconds: Int64) {
    count += 1
    sum += nanoseconds
    for (index, bound) in Histogram.bounds.enumerated() where nanoseconds <= bound.nanoseconds {
      counts[index] += 1
    }
  }
}
