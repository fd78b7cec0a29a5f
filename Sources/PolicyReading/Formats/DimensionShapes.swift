import Format
import PolicyModel

extension Dimension {
  /// The dimension as the format describes it.
  package var shape: DimensionShape {
    DimensionShape(Word(rawValue, chinese), values: values.map { Word($0.id, $0.chinese) }, isNumeric: isNumeric)
  }

  package static let shapes: [DimensionShape] = allCases.map(\.shape)
}
