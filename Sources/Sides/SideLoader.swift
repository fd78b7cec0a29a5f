import Claims
import Findings
import PolicyModel
import Registry
import Values

/// Loads the two sides of a comparison from what the user named.
package struct SideLoader {
  /// Where rules are looked for when an argument does not say it.
  private let policies: String
  /// Folder of code lists that the rules' own folder lacks.
  private let catalogue: String?
  private let includesDrafts: Bool

  package init(policies: String, catalogue: String?, includesDrafts: Bool) {
    self.policies = policies
    self.catalogue = catalogue
    self.includesDrafts = includesDrafts
  }

  /// Both sides; nil and findings when one of them is not there. Errors in their rules do not count: they are with each
  /// side.
  ///
  /// Two files that are different versions are each held for every day, because on its own day each would have the
  /// other one's rules too. Two edits of one version, and a file against a set, differ on that version's days.
  package func load(_ before: String, _ after: String, collector: FindingCollector) -> (PolicySide, PolicySide)? {
    // Both are tried, so that one run tells everything that is missing.
    let first = material(before, collector)
    let second = material(after, collector)
    guard let first, let second else { return nil }
    let areVersions = first.file.flatMap { one in second.file.map { $0 != one } } ?? false
    guard let left = side(first, isHeld: areVersions, collector),
      let right = side(second, isHeld: areVersions, collector)
    else { return nil }
    return (left, right)
  }

  /// A side before its rules are read.
  private struct Material {
    let argument: String
    let label: String
    let folder: PolicyFolder
    let collector: FindingCollector
    /// A version named by its day.
    var named: PolicySide.HeldVersion?
    /// The version that a single file is.
    var file: PolicySide.HeldVersion?
  }

  private func material(_ text: String, _ collector: FindingCollector) -> Material? {
    switch SideArgument.read(text, collector: collector) {
    case nil: nil
    case .folder(let path): set(text, path, collector)
    case .version(let version):
      set(text, policies, collector).map { material in
        var result = material
        result.named = version
        return result
      }
    case .file(let path):
      PolicyFolder.load(path, collector: collector).flatMap {
        trial($0, text, at: PolicySearch.root(of: path) ?? policies, collector)
      }
    case .revision(let name, let path): revision(name, path, text, collector)
    }
  }

  /// A folder of the file system.
  private func set(_ text: String, _ path: String, _ collector: FindingCollector) -> Material? {
    let own = FindingCollector()
    let folder = PolicyFolder.read(path, catalogue: catalogue ?? PolicySearch.catalogue(for: path), collector: own)
    guard !folder.rules.isEmpty || !folder.unreadable.isEmpty else {
      collector.add(own.findings)
      collector.report(.sideEmpty, at: nil, ["side": path])
      return nil
    }
    return Material(argument: text, label: text, folder: folder, collector: own)
  }

  /// A file among those of a folder of the file system.
  private func trial(_ file: SourceFile, _ text: String, at root: String, _ collector: FindingCollector) -> Material? {
    let own = FindingCollector()
    let set = PolicyFolder.read(root, catalogue: catalogue ?? PolicySearch.catalogue(for: root), collector: own)
    return trial(file, text, in: set, at: root, own, collector)
  }

  /// A file of a revision among the files of the same revision.
  private func trial(
    _ place: String, of files: RevisionFiles, _ git: GitRepository, _ text: String, _ collector: FindingCollector
  ) -> Material? {
    let own = FindingCollector()
    guard let file = files.file(place),
      let root = files.root(of: place) ?? git.treePath(of: policies),
      let set = set(root, of: files, own)
    else { return nil }
    return trial(file, text, in: set, at: files.shown(root), own, collector)
  }

  private func trial(
    _ file: SourceFile, _ text: String, in set: PolicyFolder, at root: String, _ own: FindingCollector,
    _ collector: FindingCollector
  ) -> Material? {
    guard let trial = TrialFile(file, collector: collector) else { return nil }
    return Material(
      argument: text, label: "\(text) (\(trial.version.region) \(trial.version.day))",
      folder: trial.placed(in: set, at: root), collector: own, file: trial.version)
  }

  private func revision(_ name: String, _ path: String?, _ text: String, _ collector: FindingCollector) -> Material? {
    let asked = FindingCollector()
    let git = GitRepository(holding: policies, collector: asked)
    defer { collector.add(asked.findings) }
    guard let revision = git.revision(name) else {
      if path != nil {
        collector.report(.sideRevisionUnknown, at: nil, ["revision": name])
      } else {
        collector.report(.sideUnknown, at: nil, ["side": text])
      }
      return nil
    }
    guard let place = place(path, git), let files = RevisionFiles(revision, git: git) else { return nil }
    if files.isFile(place) { return trial(place, of: files, git, text, collector) }
    guard files.isFolder(place) else {
      collector.report(.sidePathUnknown, at: nil, ["revision": name, "path": place])
      return nil
    }
    let own = FindingCollector()
    guard let folder = set(place, of: files, own) else { return nil }
    if folder.rules.isEmpty {
      collector.report(.sideEmpty, at: nil, ["side": "\(name):\(place)"])
      return nil
    }
    let commit = revision.commit.prefix(12)
    return Material(
      argument: text, label: commit.hasPrefix(name) ? text : "\(text) (\(commit))", folder: folder, collector: own)
  }

  /// A folder of a revision.
  private func set(_ path: String, of files: RevisionFiles, _ collector: FindingCollector) -> PolicyFolder? {
    let lists = catalogue.map { PolicyFolder.yamlFiles(below: $0, collector: collector) } ?? []
    return files.folder(path, catalogue: lists, collector: collector)
  }

  /// Where in a revision the rules are. Paths count from the top of the repository, as git counts them, unless they
  /// begin with a dot; the default folder is one of the file system.
  private func place(_ path: String?, _ git: GitRepository) -> String? {
    guard let path else { return git.treePath(of: policies) }
    if path.hasPrefix("./") || path.hasPrefix("../") { return git.treePath(of: path) }
    return path.split(separator: "/").joined(separator: "/")
  }

  private func side(_ material: Material, isHeld: Bool, _ collector: FindingCollector) -> PolicySide? {
    let registry = PolicySnapshot(material.folder, collector: material.collector, includesDrafts: includesDrafts)
    let held: PolicySide.HeldVersion?
    if let named = material.named {
      guard let version = version(named, registry, collector) else { return nil }
      held = version
    } else {
      held = isHeld ? material.file : nil
    }
    let title = held.flatMap { registry.catalogue.regions[$0.region]?.name } ?? ""
    return PolicySide(
      argument: material.argument, label: title.isEmpty ? material.label : "\(material.label) \(title)",
      registry: registry, held: held)
  }

  /// The named version with the region that has the rules; nil and a finding when there is none on that day.
  private func version(
    _ named: PolicySide.HeldVersion, _ registry: PolicySnapshot, _ collector: FindingCollector
  ) -> PolicySide.HeldVersion? {
    guard let region = registry.region(holding: named.region) else {
      collector.report(.sideRegionUnknown, at: nil, ["region": named.region.text, "folder": policies])
      return nil
    }
    if case .notInForce(let known) = registry.rules(of: region, on: named.day) {
      collector.report(
        .sideNotInForce, at: nil, ["region": region.text, "date": "\(named.day)", "versions": known])
      return nil
    }
    return PolicySide.HeldVersion(region: region, day: named.day)
  }
}
