/// Writes measurements as Prometheus reads them (text format 0.0.4).
struct MetricsText {
  private(set) var text = ""

  /// Begins a metric: what it is and of which type.
  mutating func begin(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  mutating func sample(_ name: String, _ labels: [(String, String)] = [], _ value: some CustomStringConvertible) {
    let written = labels.map { "\($0.0)=\"\(MetricsText.escaped($0.1))\"" }.joined(separator: ",")
    text += written.isEmpty ? "\(name) \(value)\n" : "\(name){\(written)} \(value)\n"
  }

  mutating func histogram(_ name: String, _ labels: [(String, String)], _ histogram: Histogram) {
    for (bound, count) in zip(Histogram.bounds, histogram.counts) {
      sample("\(name)_bucket", labels + [("le", bound.seconds)], count)
    }
    sample("\(name)_bucket", labels + [("le", "+Inf")], histogram.count)
    sample("\(name)_sum", labels, MetricsText.seconds(histogram.sum))
    sample("\(name)_count", labels, histogram.count)
  }

  /// Nanoseconds as seconds with nine decimals.
  static func seconds(_ nanoseconds: Int64) -> String {
    let fraction = String(nanoseconds % 1_000_000_000)
    return "\(nanoseconds / 1_000_000_000)." + String(repeating: "0", count: 9 - fraction.count) + fraction
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
