import Bundles
import Findings
import Registry
import Testing

@testable import RegionPolicy

@Suite("a folder that changes while it is read")
struct ChangingFolderTests {
  /// What comes of reading a folder that says one thing after the other; the last of them stays.
  private func read(_ texts: [String]) -> (text: String?, codes: [String]) {
    let collector = FindingCollector()
    var readings = 0
    let delivered = PolicySource.readUnchanging("set", collector) { _ in
      defer { readings += 1 }
      let text = texts[min(readings, texts.count - 1)]
      return DeliveredRules(folder: Samples.folder(["a.yaml": text]), bundle: nil)
    }
    let bytes = delivered?.folder.rules.first?.bytes
    return (bytes.map { String(decoding: $0, as: UTF8.self) }, collector.findings.map(\.kind.code))
  }

  @Test("it is used when it has come to rest")
  func rests() {
    #expect(read(["1"]) == ("1", []))
    #expect(read(["1", "2", "2"]) == ("2", []))
    #expect(read(["1", "2", "3", "4", "4"]) == ("4", []))
  }

  @Test("one that does not come to rest is refused")
  func changesOn() {
    #expect(read(["1", "2", "3", "4", "5", "6"]) == (nil, ["B0117"]))
  }
}
