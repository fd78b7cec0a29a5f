import Findings
import Foundation
import Testing

@testable import Bundles

@Suite("archives")
struct TarTests {
  @Test("tar reads them")
  func readableByTar() throws {
    let scratch = try Scratch()
    let long = String(repeating: "folder/", count: 20) + "file.yaml"
    let files = [ArchivedFile(path: "a.yaml", bytes: Array("甲\n".utf8)), ArchivedFile(path: long, bytes: [1, 2, 3])]
    let archive = try #require(TarArchive.write(files))
    #expect(TarArchive.read(archive) == files)
    let path = try scratch.write(archive, to: "a.tar")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["tar", "-xf", path, "-C", scratch.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    for file in files {
      #expect([UInt8](try Data(contentsOf: URL(filePath: "\(scratch.path)/\(file.path)"))) == file.bytes)
    }
  }

  @Test("a size that is negative or larger than the archive is refused")
  func sizes() throws {
    let archive = try #require(TarArchive.write([ArchivedFile(path: "a", bytes: [1])]))
    for text in ["-0000000001", "+0000000001", "77777777777", "00000000009", ""] {
      var changed = archive
      changed.replaceSubrange(124..<136, with: Array(text.utf8) + [UInt8](repeating: 0, count: 12 - text.utf8.count))
      #expect(TarArchive.read(changed) == nil, "\(text)")
    }
  }

  @Test("lengths around a block", arguments: [0, 1, 511, 512, 513, 1024])
  func blocks(count: Int) throws {
    let files = [ArchivedFile(path: "a", bytes: [UInt8](repeating: 7, count: count))]
    #expect(TarArchive.read(try #require(TarArchive.write(files))) == files)
  }
}
