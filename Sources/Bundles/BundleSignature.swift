import Claims
import Findings
import JSONSyntax
import SourceTree

/// Who vouches for a bundle's manifest, and with it for every file.
package struct BundleSignature: Sendable, Equatable {
  /// The only kind of signature there is.
  private static let algorithm = "ed25519"

  /// Names the public key that it is checked with: 16 hexadecimal digits.
  package let keyID: String
  /// 64 bytes over the manifest's text.
  package let bytes: [UInt8]

  /// As it stands in the bundle.
  package var text: String {
    JSONText.object([
      (name: "algorithm", value: JSONText.string(BundleSignature.algorithm)),
      (name: "key_id", value: JSONText.string(keyID)),
      (name: "signature", value: JSONText.string(Hexadecimal.text(of: bytes))),
    ]) + "\n"
  }

  /// Reads what ``text`` writes; nil for any other text.
  static func read(_ bytes: [UInt8]) -> BundleSignature? {
    let ignored = FindingCollector()
    guard let root = JSONReader.read(SourceFile(path: "signature.json", bytes: bytes), collector: ignored),
      let keyID = root["key_id"]?.scalar?.text,
      let value = (root["signature"]?.scalar?.text).flatMap(Hexadecimal.bytes), value.count == 64
    else { return nil }
    let signature = BundleSignature(keyID: keyID, bytes: value)
    return Array(signature.text.utf8) == bytes ? signature : nil
  }
}
