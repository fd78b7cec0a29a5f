import Findings
import Host
import Lines

/// Where records come from.
package enum RecordSource: Sendable {
  /// Read line by line; `-` is standard input. A name that ends with `.csv` is CSV, any other one JSON a line.
  case file(String)
  /// Lines that are there already, as in cases; a name that ends with `.csv` makes them CSV.
  case text(name: String, bytes: [UInt8])

  package var name: String {
    switch self {
    case .file(let path): path
    case .text(let name, _): name
    }
  }

  /// Whether its first line names columns; otherwise it is JSON a line.
  var isCSV: Bool { name.lowercased().hasSuffix(".csv") }
}
