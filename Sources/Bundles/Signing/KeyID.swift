import Registry

/// The short name of a public key: the first 16 hexadecimal digits of the SHA-256 of its 32 bytes.
enum KeyID {
  static func of(_ key: [UInt8]) -> String { String(SHA256.digest(of: key).prefix(16)) }
}
