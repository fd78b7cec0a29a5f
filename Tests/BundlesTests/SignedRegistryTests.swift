#if Server
  import Bundles
  import Findings
  import Foundation
  import RegionPolicy
  import Registry
  import TestSupport
  import Testing

  @Suite("a registry that asks for signatures")
  struct SignedRegistryTests {
    private func bundle() throws -> PolicyBundle {
      try PolicyBundle(
        PolicyFolder.read(Repository.path("policies"), catalogue: nil, collector: FindingCollector()))
    }

    private func signed() throws -> PolicyBundle {
      try SigningKey(SourceFile(path: "key", bytes: Array(Keys.own.utf8))).sign(try bundle())
    }

    @Test("a signed bundle is used; an unsigned one or one of another key never replaces it")
    func replaced() throws {
      let scratch = try Scratch()
      let key = try scratch.write(Array(Keys.ownPublic.utf8), to: "key.pub")
      let path = try scratch.write(try signed().archive, to: "rules.tar")
      let kept = "\(scratch.path)/kept"
      let registry = try PolicyRegistry(path, trustedKeys: [key], keepingLastGoodIn: kept)
      #expect(registry.status.outcome == .loaded)
      _ = try scratch.write(try bundle().archive, to: "rules.tar")
      #expect(registry.reload().findings.map(\.code) == ["B0110", "B0120"])
      // The kept bundle has its signature; at a start it is asked for again.
      #expect(try PolicyRegistry(path, trustedKeys: [key], keepingLastGoodIn: kept).status.outcome == .restored)
      _ = try scratch.write(Array(Keys.otherPublic.utf8), to: "key.pub")
      _ = try scratch.write(try signed().archive, to: "rules.tar")
      #expect(registry.reload().findings.map(\.code) == ["B0111", "B0120"])
      #expect(throws: PolicyLoadFailure.self) {
        try PolicyRegistry(path, trustedKeys: [key], keepingLastGoodIn: kept)
      }
    }

    @Test("a key that cannot be read keeps every set out")
    func noKey() throws {
      let scratch = try Scratch()
      let path = try scratch.write(try signed().archive, to: "rules.tar")
      let failure = #expect(throws: PolicyLoadFailure.self) {
        try PolicyRegistry(path, trustedKeys: ["\(scratch.path)/none.pub"])
      }
      #expect(failure?.findings.map(\.code) == ["P0349"])
    }
  }
#endif
