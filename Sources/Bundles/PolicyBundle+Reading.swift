import Findings
import PolicyReading
import Registry
import Values

extension PolicyBundle {
  /// Reads an archive and holds every byte of it against the manifest.
  package init(reading file: SourceFile) throws(Finding) {
    guard var entries = TarArchive.read(file.bytes) else {
      throw Finding(.notABundle, at: nil, ["path": file.path])
    }
    guard let first = entries.first, first.path == PolicyBundle.manifestName,
      let manifest = BundleManifest.read(first.bytes)
    else { throw Finding(.bundleManifest, at: nil, ["path": file.path]) }
    entries.removeFirst()
    try PolicyBundle.requireVersions(of: manifest, file.path)
    let signature = try PolicyBundle.takeSignature(from: &entries, file.path)
    try self.init(manifest, try PolicyBundle.files(entries, manifest, file.path), signature)
    // Digests of the files are not enough: a file that no reader looks at would not count.
    guard policyFolder(at: file.path).revision == manifest.revision else {
      throw Finding(.bundleRevision, at: nil, ["path": file.path])
    }
  }

  private static func requireVersions(of manifest: BundleManifest, _ path: String) throws(Finding) {
    func refusal(_ kind: FindingKind, _ found: String, _ known: String) -> Finding {
      Finding(kind, at: nil, ["path": path, "found": found, "known": known])
    }
    guard manifest.layout == BundleManifest.currentLayout else {
      throw refusal(.bundleLayout, manifest.layout, BundleManifest.currentLayout)
    }
    guard manifest.format == PolicyFormat.version else {
      throw refusal(.bundleFormat, manifest.format, PolicyFormat.version)
    }
    guard let needed = EngineVersion(manifest.engine), needed <= EngineVersion.current else {
      throw refusal(.bundleEngine, manifest.engine, EngineVersion.current.description)
    }
  }

  private static func takeSignature(
    from entries: inout [ArchivedFile], _ path: String
  ) throws(Finding) -> BundleSignature? {
    guard let last = entries.last, last.path == signatureName else { return nil }
    entries.removeLast()
    guard let signature = BundleSignature.read(last.bytes) else {
      throw Finding(.bundleSignatureUnreadable, at: nil, ["path": path])
    }
    return signature
  }

  private static func files(
    _ entries: [ArchivedFile], _ manifest: BundleManifest, _ path: String
  ) throws(Finding) -> [ArchivedFile] {
    var files: [ArchivedFile] = []
    for (entry, item) in zip(entries, manifest.items) {
      guard entry.path == folderName + item.path, entry.bytes.count == item.size,
        SHA256.digest(of: entry.bytes) == item.digest
      else { throw Finding(.bundleFileDiffers, at: nil, ["path": path, "file": item.path]) }
      files.append(ArchivedFile(path: item.path, bytes: entry.bytes))
    }
    guard entries.count == manifest.items.count else {
      throw Finding(
        .bundleFileCount, at: nil,
        ["path": path, "found": "\(entries.count)", "listed": "\(manifest.items.count)"])
    }
    return files
  }
}
