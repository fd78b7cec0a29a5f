import Findings
import Testing

@testable import Bundles

/// A text as a file, since keys are read from files.
private func file(_ text: String) -> SourceFile { SourceFile(path: "key.pem", bytes: Array(text.utf8)) }

private func kind(_ body: () throws(Finding) -> Void) -> FindingKind? {
  do throws(Finding) {
    try body()
    return nil
  } catch {
    return error.kind
  }
}

#if Server
  @Suite("signatures")
  struct SigningTests {
    private func signed() throws -> PolicyBundle {
      try SigningKey(file(Keys.own)).sign(try PolicyBundle(Samples.folder))
    }

    private func refusal(_ archive: [UInt8], trusting keys: [String] = [Keys.ownPublic]) -> FindingKind? {
      kind { () throws(Finding) in
        let bundle = try PolicyBundle(reading: SourceFile(path: "x.tar", bytes: archive))
        try TrustedKeys(keys.map(file)).verify(bundle, at: "x.tar")
      }
    }

    @Test("what a trusted key signed is accepted, under the key's name")
    func accepted() throws {
      let bundle = try signed()
      #expect(bundle.signature?.keyID == Keys.ownID)
      #expect(refusal(bundle.archive) == nil)
      #expect(refusal(bundle.archive, trusting: [Keys.otherPublic, Keys.ownPublic]) == nil)
    }

    @Test("unsigned bundles and unknown keys are refused")
    func refused() throws {
      #expect(refusal(try PolicyBundle(Samples.folder).archive) == .bundleUnsigned)
      #expect(refusal(try signed().archive, trusting: [Keys.otherPublic]) == .bundleKeyUnknown)
      #expect(refusal(try signed().archive, trusting: []) == .bundleKeyUnknown)
    }

    @Test("every byte of a signed bundle counts")
    func everyByte() throws {
      let archive = try signed().archive
      for place in archive.indices {
        for mask in [0x01, 0x20, 0x80] as [UInt8] {
          var changed = archive
          changed[place] ^= mask
          #expect(refusal(changed) != nil, "byte \(place), \(mask)")
        }
      }
    }

    @Test("a signature does not vouch for other rules, or for another least version of the program")
    func otherRules() throws {
      let signature = try #require(try signed().signature)
      let other = try PolicyBundle(Samples.folder(["110000/2023-01-01.yaml": "a: 3\n"])).signed(signature)
      #expect(refusal(other.archive) == .bundleSignatureWrong)
      let bundle = try PolicyBundle(Samples.folder)
      var older = bundle.manifest
      older.engine = "0.0.1"
      #expect(refusal(try PolicyBundle(older, bundle.files, signature).archive) == .bundleSignatureWrong)
    }

    @Test("a text that is no key is refused")
    func keys() {
      #expect(kind { () throws(Finding) in _ = try SigningKey(file(Keys.ownPublic)) } == .keyUnreadable)
      #expect(kind { () throws(Finding) in _ = try TrustedKeys([file(Keys.own)]) } == .keyUnreadable)
      #expect(kind { () throws(Finding) in _ = try TrustedKeys([file(Keys.ownPublic)]) } == nil)
    }
  }
#else
  @Suite("a program built without signatures")
  struct SigningTests {
    @Test("it says so instead of signing or trusting")
    func unavailable() {
      #expect(kind { () throws(Finding) in _ = try SigningKey(file(Keys.own)) } == .signingUnavailable)
      #expect(kind { () throws(Finding) in _ = try TrustedKeys([file(Keys.ownPublic)]) } == .signingUnavailable)
    }
  }
#endif
