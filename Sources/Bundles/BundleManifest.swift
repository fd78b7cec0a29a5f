import Claims
import Findings
import JSONSyntax
import SourceTree

/// What a bundle says of itself; the text that a signature covers.
package struct BundleManifest: Sendable, Equatable {
  package struct Item: Sendable, Equatable {
    package let path: String
    package let size: Int
    /// SHA-256 in hexadecimal.
    package let digest: String
  }

  /// The layout of bundles that this program writes and reads.
  package static let currentLayout = "1"

  /// Layout of the bundle.
  package var layout: String
  /// Version of the format of rule files.
  package var format: String
  /// The earliest version of this program that may settle with it.
  package var engine: String
  /// Names the rules, however they are delivered.
  package var revision: String
  /// By path.
  package var items: [Item]

  /// As it stands in the bundle; the same content has only this one text.
  package var text: String {
    let files = items.map { item in
      "    "
        + JSONText.object([
          (name: "path", value: JSONText.string(item.path)), (name: "bytes", value: String(item.size)),
          (name: "sha256", value: JSONText.string(item.digest)),
        ])
    }
    return """
      {
        "bundle": \(JSONText.string(layout)),
        "format": \(JSONText.string(format)),
        "engine": \(JSONText.string(engine)),
        "revision": \(JSONText.string(revision)),
        "files": [
      \(files.joined(separator: ",\n"))
        ]
      }

      """
  }

  /// Reads what ``text`` writes; nil for any other text.
  static func read(_ bytes: [UInt8]) -> BundleManifest? {
    let ignored = FindingCollector()
    guard let root = JSONReader.read(SourceFile(path: "manifest.json", bytes: bytes), collector: ignored),
      let layout = root["bundle"]?.scalar?.text, let format = root["format"]?.scalar?.text,
      let engine = root["engine"]?.scalar?.text, let revision = root["revision"]?.scalar?.text,
      let files = root["files"]?.items
    else { return nil }
    let manifest = BundleManifest(
      layout: layout, format: format, engine: engine, revision: revision, items: files.compactMap(item))
    return Array(manifest.text.utf8) == bytes ? manifest : nil
  }

  private static func item(_ file: Node) -> Item? {
    guard let path = file["path"]?.scalar?.text, let size = file["bytes"]?.scalar.flatMap({ Int($0.text) }),
      let digest = file["sha256"]?.scalar?.text
    else { return nil }
    return Item(path: path, size: size, digest: digest)
  }
}
