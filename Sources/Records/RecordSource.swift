import Findings
import Host
import Lines

/// Where records come from.
package enum RecordSource: Sendable {
  /// Read line by line; `-` is standard input. A name that ends with `.csv` is CSV, any other one JSON a line.
  case file(String)
  /// Lines of JSON that are there already, as in cases.
  case text(name: String, bytes: [UInt8])

  package var name: String {
    switch self {
    case .file(let path): path
    case .text(let name, _): name
    }
  }

  /// Whether it is CSV; otherwise JSON a line.
  var isCSV: Bool { if case .file(let path) = self { path.hasSuffix(".csv") } else { false } }
}
