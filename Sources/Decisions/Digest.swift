import Registry

/// The digest that stands for a text in a record.
enum Digest {
  /// `sha256:` and 64 hexadecimal digits.
  static func of(_ text: String) -> String {
    var hash = SHA256()
    hash.update(text.utf8)
    return "sha256:" + hash.finish()
  }
}
