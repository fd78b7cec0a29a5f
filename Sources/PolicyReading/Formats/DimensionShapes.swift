import Format
import PolicyModel

extension Dimension {
  /// The dimension as the format describes it. An attribute's name and values are the same in both languages.
  package var shape: DimensionShape {
    let isBuiltIn = slot >= 0 && slot < Dimension.builtIn.count + Dimension.filing.count
    return DimensionShape(
      Word(name, isBuiltIn ? chinese : name),
      values: values.map { Word($0.id, isBuiltIn ? $0.chinese : $0.id) }, isNumeric: isNumeric,
      hasCodes: self == .disease)
  }

  package static let shapes: [DimensionShape] = builtIn.map(\.shape)

  /// The name of a dimension by itself, as in `for_each`; an attribute's is the same in both languages.
  static let nameKind = ScalarKind.identifier.naming(.whole(shapes.map(\.name)))

  /// What is known of a visit before its standing is.
  static let visitShapes: [DimensionShape] = builtIn.filter { $0 != standing && $0 != occurrence }.map(\.shape)

  /// What tables of filing rules can go by that ask what was filed.
  static let filingShapes: [DimensionShape] = filing.map(\.shape) + visitShapes
}
