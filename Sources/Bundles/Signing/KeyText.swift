import FoundationEssentials

/// Ed25519 keys as `openssl genpkey -algorithm ed25519` and `openssl pkey -pubout` write them: PEM around a DER text
/// of which only the last 32 bytes differ from key to key (RFC 8410).
enum KeyText {
  static func privateKey(_ text: String) -> [UInt8]? {
    key(
      text, label: "PRIVATE KEY",
      prefix: [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20])
  }

  static func publicKey(_ text: String) -> [UInt8]? {
    key(
      text, label: "PUBLIC KEY",
      prefix: [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00])
  }

  private static func key(_ text: String, label: String, prefix: [UInt8]) -> [UInt8]? {
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count >= 3, lines.first ?? "" == "-----BEGIN \(label)-----",
      lines.last ?? "" == "-----END \(label)-----",
      let data = Data(base64Encoded: lines.dropFirst().dropLast().joined())
    else { return nil }
    let bytes = [UInt8](data)
    guard bytes.starts(with: prefix), bytes.count == prefix.count + 32 else { return nil }
    return Array(bytes.dropFirst(prefix.count))
  }
}
