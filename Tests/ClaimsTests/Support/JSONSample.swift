import Claims
import Findings
import JSONSyntax
import SourceTree

/// A JSON text after reading.
struct JSONSample {
  let root: Node?
  let findings: [Finding]

  init(_ text: String, firstLine: Int = 1) { self.init(bytes: Array(text.utf8), firstLine: firstLine) }

  init(bytes: [UInt8], firstLine: Int = 1) {
    let collector = FindingCollector()
    root = JSONReader.read(SourceFile(path: "sample", bytes: bytes), firstLine: firstLine, collector: collector)
    findings = collector.findings
  }

  var codes: [String] { findings.map(\.kind.code) }
}
