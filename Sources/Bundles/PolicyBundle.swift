import Findings
import PolicyReading
import Registry
import Values

/// The rules of a folder as one archive that can be named, checked and signed.
///
/// The archive holds `manifest.json`, the rule files and code lists below `policies/`, and last, when it was signed,
/// `signature.json`. The same files make the same bytes.
package struct PolicyBundle: Sendable {
  package let manifest: BundleManifest
  /// Rule files and code lists, by path.
  package let files: [ArchivedFile]
  package let signature: BundleSignature?
  package let archive: [UInt8]

  static let manifestName = "manifest.json"
  static let signatureName = "signature.json"
  static let folderName = "policies/"

  /// A bundle of what was read from a folder.
  package init(_ folder: PolicyFolder) throws(Finding) {
    let files = folder.relativeFiles.map { ArchivedFile(path: $0.path, bytes: $0.file.bytes) }
    let manifest = BundleManifest(
      layout: BundleManifest.currentLayout, format: PolicyFormat.version, engine: EngineVersion.current.description,
      revision: folder.revision,
      items: files.map { .init(path: $0.path, size: $0.bytes.count, digest: SHA256.digest(of: $0.bytes)) })
    try self.init(manifest, files, nil)
  }

  init(_ manifest: BundleManifest, _ files: [ArchivedFile], _ signature: BundleSignature?) throws(Finding) {
    var entries = [ArchivedFile(path: PolicyBundle.manifestName, bytes: Array(manifest.text.utf8))]
    entries += files.map { ArchivedFile(path: PolicyBundle.folderName + $0.path, bytes: $0.bytes) }
    if let signature {
      entries.append(ArchivedFile(path: PolicyBundle.signatureName, bytes: Array(signature.text.utf8)))
    }
    try BundlePath.require(files.map(\.path))
    guard let archive = TarArchive.write(entries) else {
      let longest = files.map(\.path).max { $0.utf8.count < $1.utf8.count }
      throw Finding(.bundlePath, at: nil, ["path": longest ?? ""])
    }
    self.manifest = manifest
    self.files = files
    self.signature = signature
    self.archive = archive
  }

  package func signed(_ signature: BundleSignature) throws(Finding) -> PolicyBundle {
    try PolicyBundle(manifest, files, signature)
  }

  /// What a registry reads; paths in findings begin with the bundle's.
  package func policyFolder(at path: String) -> PolicyFolder {
    let place = FolderPath(path)
    let sources = Dictionary(
      files.map { (place.child($0.path), $0) }, uniquingKeysWith: { first, _ in first })
    return PolicyFolder.read(files.map { place.child($0.path) }, of: path, catalogue: []) { name in
      sources[name].map { SourceFile(path: name, bytes: $0.bytes) }
    }
  }
}
