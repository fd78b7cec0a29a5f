import Registry

/// The digest that stands for a text in a record.
enum Digest {
  /// `sha256:` and 64 hexadecimal digits.
  static func of(_ text: String) -> String { of(text.utf8) }

  static func of(_ bytes: some Sequence<UInt8>) -> String { "sha256:" + SHA256.digest(of: bytes) }
}
