import Findings

#if Server
  import Crypto
#endif

/// What a bundle is signed with: whoever has it vouches for rules.
package struct SigningKey: Sendable {
  #if Server
    private let key: Curve25519.Signing.PrivateKey
  #endif

  /// - Parameter file: an Ed25519 private key, PEM.
  package init(_ file: SourceFile) throws(Finding) {
    #if Server
      guard let raw = KeyText.privateKey(String(decoding: file.bytes, as: UTF8.self)),
        let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw)
      else {
        throw Finding(
          .keyUnreadable, at: nil, ["path": file.path, "what": "private", "what_zh": "私钥", "label": "PRIVATE KEY"])
      }
      self.key = key
    #else
      throw Finding(.signingUnavailable, at: nil)
    #endif
  }

  /// The bundle with this key's signature, in place of any that it has.
  package func sign(_ bundle: PolicyBundle) throws(Finding) -> PolicyBundle {
    #if Server
      guard let value = try? key.signature(for: Array(bundle.manifest.text.utf8)) else {
        throw Finding(.signingUnavailable, at: nil)
      }
      return try bundle.signed(
        BundleSignature(keyID: KeyID.of([UInt8](key.publicKey.rawRepresentation)), bytes: [UInt8](value)))
    #else
      throw Finding(.signingUnavailable, at: nil)
    #endif
  }
}
