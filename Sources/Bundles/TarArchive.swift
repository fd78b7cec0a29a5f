/// POSIX ustar archives of plain files, without owners or times: the same files make the same bytes.
package enum TarArchive {
  /// Size of a block in bytes; headers and contents fill whole ones.
  private static let block = 512

  /// The archive of files in the given order; nil when a path is too long for the format.
  package static func write(_ files: [ArchivedFile]) -> [UInt8]? {
    var archive: [UInt8] = []
    for file in files {
      guard let header = header(of: file) else { return nil }
      archive += header
      archive += file.bytes
      archive += padding(after: file.bytes.count)
    }
    return archive + [UInt8](repeating: 0, count: 2 * block)
  }

  /// The files of an archive as ``write(_:)`` makes them; nil for any other bytes, so that nothing in an archive is left
  /// unread.
  package static func read(_ archive: [UInt8]) -> [ArchivedFile]? {
    var files: [ArchivedFile] = []
    var offset = 0
    while offset + block <= archive.count, archive[offset] != 0 {
      let header = archive[offset..<offset + block]
      guard let path = path(in: header), let size = size(in: header), size >= 0,
        size <= archive.count - offset - block
      else { return nil }
      let start = offset + block
      files.append(ArchivedFile(path: path, bytes: Array(archive[start..<start + size])))
      offset = start + size + padding(after: size).count
    }
    return write(files) == archive ? files : nil
  }

  private static func padding(after count: Int) -> [UInt8] {
    [UInt8](repeating: 0, count: (block - count % block) % block)
  }

  // MARK: Headers

  private static let name = 0..<100
  private static let mode = 100..<108
  private static let owner = 108..<116
  private static let group = 116..<124
  private static let length = 124..<136
  private static let time = 136..<148
  private static let checksum = 148..<156
  private static let kind = 156
  private static let magic = 257..<265
  private static let prefix = 345..<500

  private static func header(of file: ArchivedFile) -> [UInt8]? {
    guard let (folder, rest) = split(Array(file.path.utf8)), let size = octal(file.bytes.count, digits: 11) else {
      return nil
    }
    var header = [UInt8](repeating: 0, count: block)
    func fill(_ range: Range<Int>, _ bytes: [UInt8]) {
      header.replaceSubrange(range.lowerBound..<range.lowerBound + bytes.count, with: bytes)
    }
    fill(name, rest)
    fill(mode, Array("0000644".utf8))
    fill(owner, Array("0000000".utf8))
    fill(group, Array("0000000".utf8))
    fill(length, size)
    fill(time, Array("00000000000".utf8))
    fill(checksum, [UInt8](repeating: UInt8(ascii: " "), count: checksum.count))
    header[kind] = UInt8(ascii: "0")
    fill(magic, Array("ustar\0".utf8) + Array("00".utf8))
    fill(prefix, folder)
    let sum = header.reduce(0) { $0 + Int($1) }
    guard let digits = octal(sum, digits: 6) else { return nil }
    fill(checksum, digits + [0, UInt8(ascii: " ")])
    return header
  }

  /// A long path is divided at a slash between two fields.
  private static func split(_ path: [UInt8]) -> (folder: [UInt8], name: [UInt8])? {
    if path.isEmpty || path.contains(0) { return nil }
    if path.count <= name.count { return ([], path) }
    let slash = path.indices.first { path[$0] == UInt8(ascii: "/") && path.count - $0 - 1 <= name.count }
    guard let slash, slash > 0, slash <= prefix.count, slash + 1 < path.count else { return nil }
    return (Array(path[..<slash]), Array(path[(slash + 1)...]))
  }

  private static func octal(_ number: Int, digits: Int) -> [UInt8]? {
    let text = Array(String(number, radix: 8).utf8)
    guard text.count <= digits else { return nil }
    return [UInt8](repeating: UInt8(ascii: "0"), count: digits - text.count) + text
  }

  private static func path(in header: ArraySlice<UInt8>) -> String? {
    func text(_ range: Range<Int>) -> [UInt8] {
      Array(header[header.startIndex + range.lowerBound..<header.startIndex + range.upperBound].prefix { $0 != 0 })
    }
    let folder = text(prefix)
    let bytes = (folder.isEmpty ? [] : folder + [UInt8(ascii: "/")]) + text(name)
    return String(validating: bytes, as: UTF8.self)
  }

  private static func size(in header: ArraySlice<UInt8>) -> Int? {
    let digits = header[header.startIndex + length.lowerBound..<header.startIndex + length.upperBound].prefix {
      $0 != 0
    }
    return Int(String(decoding: digits, as: UTF8.self), radix: 8)
  }
}
