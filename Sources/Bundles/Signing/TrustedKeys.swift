import Findings

#if Server
  import Crypto
#endif

/// The public keys whose signatures count.
package struct TrustedKeys: Sendable {
  #if Server
    private var keys: [String: Curve25519.Signing.PublicKey] = [:]
  #endif

  /// - Parameter files: Ed25519 public keys, PEM.
  package init(_ files: [SourceFile]) throws(Finding) {
    #if Server
      for file in files {
        guard let raw = KeyText.publicKey(String(decoding: file.bytes, as: UTF8.self)),
          let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
        else {
          throw Finding(
            .keyUnreadable, at: nil, ["path": file.path, "what": "public", "what_zh": "公钥", "label": "PUBLIC KEY"])
        }
        keys[KeyID.of(raw)] = key
      }
    #else
      throw Finding(.signingUnavailable, at: nil)
    #endif
  }

  /// - Throws: unless one of the keys signed exactly this manifest.
  package func verify(_ bundle: PolicyBundle, at path: String) throws(Finding) {
    guard let signature = bundle.signature else { throw Finding(.bundleUnsigned, at: nil, ["path": path]) }
    #if Server
      guard let key = keys[signature.keyID] else {
        throw Finding(.bundleKeyUnknown, at: nil, ["path": path, "key": signature.keyID])
      }
      guard key.isValidSignature(signature.bytes, for: Array(bundle.manifest.text.utf8)) else {
        throw Finding(.bundleSignatureWrong, at: nil, ["path": path, "key": signature.keyID])
      }
    #else
      throw Finding(.signingUnavailable, at: nil)
    #endif
  }
}
