import Format
import PolicyModel

extension DimensionValue {
  /// What records and tables call it.
  var word: Word { Word(id, chinese) }
}
