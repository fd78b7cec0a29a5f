import Testing

@testable import Bundles

@Suite("keys as openssl writes them")
struct KeyTextTests {
  @Test("keys are read, and public keys go by the name that openssl gives the same bytes")
  func keys() throws {
    #expect(KeyText.privateKey(Keys.own)?.count == 32)
    #expect(KeyID.of(try #require(KeyText.publicKey(Keys.ownPublic))) == Keys.ownID)
    #expect(KeyText.publicKey(Keys.ownPublic.replacing("\n", with: "\r\n")) == KeyText.publicKey(Keys.ownPublic))
  }

  @Test("anything else is none")
  func others() {
    #expect(KeyText.publicKey(Keys.own) == nil)
    #expect(KeyText.privateKey(Keys.ownPublic) == nil)
    #expect(KeyText.privateKey(Keys.own.replacing("MC4C", with: "MC4D")) == nil)
    #expect(KeyText.publicKey("") == nil)
    #expect(KeyText.publicKey("-----BEGIN PUBLIC KEY-----\n!\n-----END PUBLIC KEY-----") == nil)
  }
}
