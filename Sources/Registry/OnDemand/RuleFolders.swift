import Findings
import PolicyReading
import Values

/// The folders of rule files, by the regions that they may be about.
struct RuleFolders: Sendable {
  private let folders: [[SourceFile]]
  private let byRegion: [RegionCode: [Int]]
  /// Folders with a file whose region only reading its YAML tells: of any region.
  private let unclear: [Int]
  /// Whether some file says plainly which region it is of.
  let namesARegion: Bool

  init(_ files: [SourceFile]) {
    let sorted = FilePath.byFolder(files)
    var byRegion: [RegionCode: [Int]] = [:]
    var unclear: [Int] = []
    var namesARegion = false
    for (number, folder) in sorted.enumerated() {
      let codes = folder.files.map(PlainRegion.code)
      if codes.contains(nil) { unclear.append(number) }
      let plain = codes.compactMap { $0 }
      namesARegion = namesARegion || !plain.isEmpty
      // A file that cannot be read is of the region that its folder is named after.
      let named = RegionCode(FilePath.name(of: folder.folder).prefix(6))
      for region in Set(plain + [named].compactMap { $0 }) { byRegion[region, default: []].append(number) }
    }
    folders = sorted.map(\.files)
    self.byRegion = byRegion
    self.unclear = unclear
    self.namesARegion = namesARegion
  }

  func files(in folder: Int) -> [SourceFile] { folders[folder] }

  /// Every folder that may hold a version of the region.
  func numbers(of region: RegionCode) -> Set<Int> { Set(byRegion[region, default: []] + unclear) }

  /// Every folder that may hold a version of any of the regions.
  func numbers(of regions: some Sequence<RegionCode>) -> Set<Int> {
    regions.reduce(into: Set(unclear)) { $0.formUnion(byRegion[$1, default: []]) }
  }
}
