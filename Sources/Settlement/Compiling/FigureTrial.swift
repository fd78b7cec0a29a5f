import Findings
import PolicyModel
import Values

/// One place in rule files that holds a figure: what a trial changes, and what coverage counts.
package struct FigureSpot: Hashable, Sendable {
  package let path: String
  package let position: Position
  /// The upper end of a column; the columns of a ratio rule share one place.
  package let columnEnd: Fen?
  /// The number at which a case of a table begins.
  package let number: Int?
  /// The standing of which a row for several is tried.
  package let standing: String?

  package init(_ place: Place, columnEnd: Fen? = nil, number: Int? = nil, standing: String? = nil) {
    self.number = number
    path = place.file.path
    position = place.start
    self.columnEnd = columnEnd
    self.standing = standing
  }
}

/// A compilation that shows what a figure decides: each figure has a clause index of its own, and one figure may be
/// changed a little.
package final class FigureTrial {
  let changed: FigureSpot?
  /// The figures by index of their clause.
  package private(set) var spots: [Int32: FigureSpot] = [:]

  package init(changing changed: FigureSpot? = nil) { self.changed = changed }

  func note(_ spot: FigureSpot, at index: Int32) { spots[index] = spot }

  /// Whether the figure at a place is the one to change.
  func changes(_ place: Place?, columnEnd: Fen? = nil, number: Int? = nil, standing: String? = nil) -> Bool {
    guard let changed, let place else { return false }
    return changed == FigureSpot(place, columnEnd: columnEnd, number: number, standing: standing)
  }
}

/// A value with another one beside it.
package protocol SlightlyChangeable {
  /// Another value, as near as a slip of the pen.
  var slightlyChanged: Self { get }
}

extension Fen: SlightlyChangeable {
  /// One yuan more.
  package var slightlyChanged: Fen { Fen(count + 100) }
}

extension Ratio: SlightlyChangeable {
  /// One point more, or less where there is no more.
  package var slightlyChanged: Ratio { Ratio(millionths: millionths + (self < .one ? 10_000 : -10_000)) }
}

extension Int?: SlightlyChangeable {
  /// One more; one where there was none.
  package var slightlyChanged: Int? { (self ?? 0) + 1 }
}

extension String: SlightlyChangeable {
  /// Another hospital level.
  package var slightlyChanged: String { self == "tertiary" ? "primary" : "tertiary" }
}

extension FilingRules.Need: SlightlyChangeable {
  package var slightlyChanged: FilingRules.Need { self == .needed ? .notNeeded : .needed }
}

extension FilingRules.OpenChannels: SlightlyChangeable {
  package var slightlyChanged: FilingRules.OpenChannels { self == .either ? .manual : .either }
}
