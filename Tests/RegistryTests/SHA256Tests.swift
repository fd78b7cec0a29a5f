import TestSupport
import Testing

@testable import Registry

@Suite("SHA-256 (FIPS 180-4)")
struct SHA256Tests {
  private func digest(_ text: String) -> String {
    var hash = SHA256()
    hash.update(text.utf8)
    return hash.finish()
  }

  @Test(
    "the published vectors come out",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func vectors(text: String, expected: String) {
    #expect(digest(text) == expected)
  }

  @Test("one million times the letter a")
  func million() {
    var hash = SHA256()
    hash.update(repeatElement(UInt8(ascii: "a"), count: 1_000_000))
    #expect(hash.finish() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("how the bytes are handed over does not matter")
  func pieces() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    var whole = SHA256()
    whole.update(bytes)
    let expected = whole.finish()
    for size in [1, 55, 56, 63, 64, 65, 299] {
      var parts = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        parts.update(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(parts.finish() == expected, "in pieces of \(size)")
    }
  }

  @Test("texts of every length around a block have digests of their own")
  func lengths() {
    let digests = (0...130).map { digest(String(repeating: "a", count: $0)) }
    #expect(Set(digests).count == digests.count)
  }
}
