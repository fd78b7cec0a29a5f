import Bundles
import Findings
import Foundation
import Registry
import TestSupport

/// Small bundles: their files need not be rules, since a bundle does not look into them.
enum Samples {
  static func folder(_ texts: [String: String]) -> PolicyFolder {
    PolicyFolder.read(texts.keys.sorted().map { "set/\($0)" }, of: "set", catalogue: []) { path in
      texts[String(path.dropFirst(4))].map { SourceFile(path: path, bytes: Array($0.utf8)) }
    }
  }

  static let folder = folder(["110000/2023-01-01.yaml": "a: 1\n", "catalogue/codes.yaml": "b: 2\n"])

  /// The finding that an archive is refused with; nil when it is accepted.
  static func refusal(_ archive: [UInt8]) -> FindingKind? {
    do throws(Finding) {
      _ = try PolicyBundle(reading: SourceFile(path: "x.tar", bytes: archive))
      return nil
    } catch {
      return error.kind
    }
  }
}

/// A folder that is removed when the test is over.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/bundles-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }
}
