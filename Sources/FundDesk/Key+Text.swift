import Format

extension Key {
  /// A text of a flat record, with its meaning in both languages.
  static func text(
    _ name: String, _ chinese: String, _ english: String, _ meaning: String, required: Bool = false
  ) -> Key {
    Key(name, chinese, .scalar(.wireText), required: required, meaning: Word(english, meaning))
  }
}
