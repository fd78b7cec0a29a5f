import Findings
import SourceTree
import Testing

@testable import YAMLSyntax

func read(_ text: String, limits: YAMLReader.Limits = .init()) -> YAMLReader.Document {
  YAMLReader.read(SourceFile(path: "test.yaml", bytes: Array(text.utf8)), limits: limits)
}

func read(bytes: [UInt8]) -> YAMLReader.Document {
  YAMLReader.read(SourceFile(path: "test.yaml", bytes: bytes))
}

extension YAMLReader.Document {
  /// Findings as `code line:column`, sorted by place.
  var summary: [String] {
    findings.sortedForDisplay().map { finding in
      "\(finding.kind.code) \(finding.place.map { "\($0.start.line):\($0.start.column)" } ?? "-")"
    }
  }

  func argument(_ name: String, of kind: FindingKind) -> String? {
    findings.first { $0.kind.code == kind.code }?.arguments[name]
  }
}

extension Place {
  var span: String { "\(start.line):\(start.column)-\(end.line):\(end.column)" }
}
