/// A file inside an archive.
package struct ArchivedFile: Sendable, Equatable {
  /// Relative, with slashes.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
