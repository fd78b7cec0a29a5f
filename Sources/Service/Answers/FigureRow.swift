import Findings
import PolicyModel

/// One figure of a layer in words: what it is, when it holds, and the clause it rests on.
package struct FigureRow: Sendable {
  package let item: String
  /// Empty when it always holds.
  package let situation: String
  package let value: String
  package let source: String

  package init(item: String, situation: String, value: String, source: String) {
    self.item = item
    self.situation = situation
    self.value = value
    self.source = source
  }
}

/// The figures of a layer; given by the program, because their words are those of `policy show`.
package typealias FigureListing = @Sendable (Layer, ResolvedPolicy, Language) -> [FigureRow]
