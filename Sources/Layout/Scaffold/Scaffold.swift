import Findings
import Format
import PolicyModel
import PolicyReading
import SourceTree
import Values

/// The beginning of a rule file: what is known without any document, and the rest stated as unknown.
package struct Scaffold {
  /// The file to create, and what it holds.
  package let path: String
  package let text: String
  /// The earlier version, which now ends on the day before; nil for a new region.
  package let ended: (path: String, bytes: [UInt8])?

  /// What `policy new` is asked for.
  package struct Request {
    /// The folder of all rules.
    package var policies: String
    package var region: Catalogue.Region
    package var firstDay: CivilDate?
    /// The day that stands in until the first day is known.
    package var today: CivilDate
    package var vocabulary: Vocabulary?
    /// The region's part of the name of its folder; its name in the catalogue when nil.
    package var folderName: String?

    package init(
      policies: String, region: Catalogue.Region, firstDay: CivilDate?, today: CivilDate, vocabulary: Vocabulary?,
      folderName: String?
    ) {
      self.policies = policies
      self.region = region
      self.firstDay = firstDay
      self.today = today
      self.vocabulary = vocabulary
      self.folderName = folderName
    }
  }

  /// Nil, with findings, when the request cannot be met.
  package init?(_ request: Request, files: [SourceFile], collector: FindingCollector) {
    let own = RegionFiles(of: request.region.code, in: files, collector: collector)
    if collector.hasErrors { return nil }
    if own.versions.isEmpty {
      self.init(newRegion: request, files: files, collector: collector)
    } else {
      self.init(nextVersion: request, own, collector: collector)
    }
  }

  private init?(newRegion request: Request, files: [SourceFile], collector: FindingCollector) {
    let code = request.region.code
    let day = request.firstDay ?? request.today
    let parents = [code.province.text, "100000"].filter { $0 != code.text }
    let parent = parents.compactMap { (parent: String) -> (String, Vocabulary)? in
      let version = RegionCode(parent).map { RegionFiles(of: $0, in: files, collector: FindingCollector()) }
      return version?.versions.first.map { (parent, $0.vocabulary) }
    }.first
    let draft = RegionDraft(region: request.region, firstDay: day, parent: parent?.0)
    let folder = "\(request.policies)/\(code.text)-\(request.folderName ?? request.region.name)"
    let vocabulary = request.vocabulary ?? parent?.1 ?? .english
    self.init(
      path: "\(folder)/\(day).yaml", draft.text(for: vocabulary), vocabulary, ended: nil, collector: collector)
  }

  private init?(nextVersion request: Request, _ own: RegionFiles, collector: FindingCollector) {
    let region = request.region.code.text
    guard let day = request.firstDay else {
      collector.report(.newVersionNeedsDate, at: nil, ["region": region])
      return nil
    }
    guard let last = own.versions.last, let lastDay = last.firstDay, let edit = InForceEdit(last) else { return nil }
    if let existing = own.versions.first(where: { $0.firstDay == day }) {
      collector.report(.newFileExists, at: nil, ["path": existing.file.path])
      return nil
    }
    let place = Place(file: last.file, at: Position(line: 1, column: 1))
    guard day > lastDay else {
      collector.report(.newVersionTooEarly, at: place, ["from": "\(day)", "last": "\(lastDay)"])
      return nil
    }
    let dayBefore = day.advanced(by: -1)
    if let end = edit.lastDay, end < dayBefore {
      collector.report(
        .newVersionGap, at: place, ["from": "\(day)", "to": "\(end)", "next": "\(end.advanced(by: 1))"])
      return nil
    }
    if let vocabulary = request.vocabulary, vocabulary != last.vocabulary {
      collector.report(.newVersionVocabulary, at: place, ["region": region])
      return nil
    }
    let draft = VersionDraft(
      region: request.region, title: own.title ?? request.region.name, firstDay: day,
      lastDay: edit.lastDay.flatMap { $0 < day ? nil : $0 })
    self.init(
      path: "\(FilePath.folder(of: last.file.path))/\(day).yaml", draft.text(for: last.vocabulary), last.vocabulary,
      ended: (last.file.path, edit.ending(on: dayBefore)), collector: collector)
  }

  /// - Parameter english: The draft in English words.
  private init?(
    path: String, _ english: String, _ vocabulary: Vocabulary, ended: (path: String, bytes: [UInt8])?,
    collector: FindingCollector
  ) {
    let file = SourceFile(path: path, bytes: Array(english.utf8))
    // Nothing in a draft is named in the words of another file.
    let canonical = CanonicalFile(draft: file, vocabulary: vocabulary)
    collector.add(canonical.findings)
    guard let text = canonical.text else { return nil }
    self.path = path
    self.text = text
    self.ended = ended
  }
}
