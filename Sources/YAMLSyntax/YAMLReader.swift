import Findings
import SourceTree

/// Reads one YAML file into a tree in which everything has its place, and says all that is wrong with its text.
package enum YAMLReader {
  /// Bounds that keep a hostile or misplaced file from holding up the program.
  package struct Limits: Sendable {
    /// The greatest size of a file.
    package var bytes: Int
    /// The greatest number of collections inside each other.
    package var depth: Int
    /// The greatest number of nodes that aliases may add.
    package var nodes: Int
    /// How many syntax errors of a file are listed.
    package var syntaxErrors: Int

    package init(bytes: Int = 1_048_576, depth: Int = 32, nodes: Int = 50_000, syntaxErrors: Int = 20) {
      self.bytes = bytes
      self.depth = depth
      self.nodes = nodes
      self.syntaxErrors = syntaxErrors
    }
  }

  /// What was read from a file.
  package struct Document: Sendable {
    /// Nil when nothing could be read.
    package let root: Node?
    /// Parts were dropped because of errors, so a missing key means nothing.
    package let isPartial: Bool
    package let findings: [Finding]
  }

  package static func read(_ file: SourceFile, limits: Limits = Limits()) -> Document {
    let log = FindingLog(file: file)
    guard isReadable(file, limits: limits, log: log) else {
      return Document(root: nil, isPartial: true, findings: log.findings)
    }
    let text = TextCleaner.clean(file, limit: limits.syntaxErrors, log: log)
    var recovery = Recovery(text: text, limits: limits, log: log)
    let tree = recovery.run()
    return Document(root: tree.root, isPartial: tree.isPartial, findings: log.findings)
  }

  private static func isReadable(_ file: SourceFile, limits: Limits, log: FindingLog) -> Bool {
    guard file.bytes.count <= limits.bytes else {
      log.report(
        .fileTooLarge, at: Position(line: 1, column: 1),
        ["size": String(file.bytes.count), "limit": String(limits.bytes)])
      return false
    }
    return UTF8Check.passes(file, log: log)
  }
}
