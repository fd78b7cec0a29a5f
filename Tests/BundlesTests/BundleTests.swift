import Findings
import Registry
import TestSupport
import Testing

@testable import Bundles

@Suite("bundles")
struct BundleTests {
  @Test("the same files make the same bytes, wherever they lie, and come back as they were")
  func roundTrip() throws {
    let shipped = PolicyFolder.read(Repository.path("policies"), catalogue: nil, collector: FindingCollector())
    let bundle = try PolicyBundle(shipped)
    #expect(try PolicyBundle(shipped).archive == bundle.archive)
    let read = try PolicyBundle(reading: SourceFile(path: "x/y.tar", bytes: bundle.archive))
    #expect(read.archive == bundle.archive)
    #expect(read.files == bundle.files)
    let folder = read.policyFolder(at: "x/y.tar")
    #expect(folder.revision == shipped.revision)
    #expect(try PolicyBundle(folder).archive == bundle.archive)
    #expect(folder.rules.allSatisfy { $0.path.hasPrefix("x/y.tar/") })
    #expect(folder.catalogue.count == shipped.catalogue.count)
  }

  @Test("every byte counts: an archive with any one changed, or cut anywhere, is refused")
  func everyByte() throws {
    let bundle = try PolicyBundle(Samples.folder)
    #expect(Samples.refusal(bundle.archive) == nil)
    // Nothing but a signature vouches for the least version of the program.
    let engine = try #require(position(of: "\"0.1.0\"", in: bundle.archive))
    for place in bundle.archive.indices where !(engine..<engine + 7).contains(place) {
      for mask in [0x01, 0x20, 0x80] as [UInt8] {
        var changed = bundle.archive
        changed[place] ^= mask
        #expect(Samples.refusal(changed) != nil, "byte \(place), \(mask)")
      }
    }
    for count in 0..<bundle.archive.count {
      #expect(Samples.refusal(Array(bundle.archive[..<count])) != nil, "\(count) bytes")
    }
    #expect(Samples.refusal(bundle.archive + [0]) == .notABundle)
  }

  private func position(of text: String, in bytes: [UInt8]) -> Int? {
    let wanted = Array(text.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: wanted) }
  }

  @Test("a bundle for another layout, another format or a later program is refused")
  func handshake() throws {
    let bundle = try PolicyBundle(Samples.folder)
    func refusal(_ change: (inout BundleManifest) -> Void) throws -> FindingKind? {
      var manifest = bundle.manifest
      change(&manifest)
      return Samples.refusal(try PolicyBundle(manifest, bundle.files, nil).archive)
    }
    #expect(try refusal { $0.engine = "0.0.9" } == nil)
    #expect(try refusal { $0.engine = "0.1.1" } == .bundleEngine)
    #expect(try refusal { $0.engine = "1.0.0" } == .bundleEngine)
    #expect(try refusal { $0.engine = "0.1" } == .bundleEngine)
    #expect(try refusal { $0.format = "2" } == .bundleFormat)
    #expect(try refusal { $0.layout = "2" } == .bundleLayout)
    #expect(try refusal { $0.revision = "sha256:0" } == .bundleRevision)
  }

  @Test("a manifest and files that do not agree are refused")
  func disagreement() throws {
    let bundle = try PolicyBundle(Samples.folder)
    var fewer = bundle.manifest
    fewer.items.removeLast()
    #expect(Samples.refusal(try PolicyBundle(fewer, bundle.files, nil).archive) == .bundleFileCount)
    #expect(
      Samples.refusal(try PolicyBundle(bundle.manifest, Array(bundle.files.dropLast()), nil).archive)
        == .bundleFileCount)
    let other = [ArchivedFile(path: bundle.files[0].path, bytes: Array("a: 2\n".utf8)), bundle.files[1]]
    #expect(Samples.refusal(try PolicyBundle(bundle.manifest, other, nil).archive) == .bundleFileDiffers)
    let archive = try #require(TarArchive.write([ArchivedFile(path: "a.yaml", bytes: [])]))
    #expect(Samples.refusal(archive) == .bundleManifest)
    #expect(Samples.refusal([]) == .bundleManifest || Samples.refusal([]) == .notABundle)
  }

  @Test(
    "a file that would land outside the folder, is hidden from the readers or stands twice is refused",
    arguments: [
      "../a.yaml", "/a.yaml", "a/../../b.yaml", "a//b.yaml", "./a.yaml", "a\n.yaml", "a\\b.yaml", "a.txt",
      String(repeating: "x", count: 300) + ".yaml",
    ])
  func paths(path: String) throws {
    let item = BundleManifest.Item(path: path, size: 0, digest: SHA256.digest(of: []))
    var manifest = try PolicyBundle(Samples.folder).manifest
    manifest.items = [item]
    let file = ArchivedFile(path: path, bytes: [])
    #expect(throws: Finding.self) { try PolicyBundle(manifest, [file], nil) }
    // What this program would never write may still come from somebody else.
    let entries = [
      ArchivedFile(path: "manifest.json", bytes: Array(manifest.text.utf8)),
      ArchivedFile(path: "policies/\(path)", bytes: []),
    ]
    if let archive = TarArchive.write(entries) { #expect(Samples.refusal(archive) == .bundlePath) }
  }

  @Test("the same path twice is refused")
  func twice() throws {
    let bundle = try PolicyBundle(Samples.folder)
    let refused = #expect(throws: Finding.self) {
      try PolicyBundle(bundle.manifest, [bundle.files[0], bundle.files[0]], nil)
    }
    #expect(refused?.kind == .bundlePath)
  }

  @Test("a signature that is not written in the one way there is, is refused")
  func signatureText() throws {
    let bundle = try PolicyBundle(Samples.folder)
    let signed = try bundle.signed(
      BundleSignature(keyID: "0123456789abcdef", bytes: [UInt8](repeating: 0xAB, count: 64)))
    #expect(Samples.refusal(signed.archive) == nil)
    #expect(BundleSignature.read(Array((signed.signature?.text ?? "").utf8)) == signed.signature)
    let capital = (signed.signature?.text ?? "").replacing("ab\"", with: "aB\"")
    #expect(BundleSignature.read(Array(capital.utf8)) == nil)
    let short = try bundle.signed(BundleSignature(keyID: "0123456789abcdef", bytes: [1]))
    #expect(Samples.refusal(short.archive) == .bundleSignatureUnreadable)
  }
}
