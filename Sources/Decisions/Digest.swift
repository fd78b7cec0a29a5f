import Registry

/// The digest that stands for a text in a record.
enum Digest {
  /// `sha256:` and 64 hexadecimal digits.
  static func of(_ text: String) -> String { "sha256:" + SHA256.digest(of: text.utf8) }
}
