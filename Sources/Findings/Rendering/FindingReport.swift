/// What a command found, in all the ways a format may want to show it.
package struct FindingReport: Sendable {
  /// Something that was looked at and is fine or not: a file that was checked, a case that was run.
  package struct Unit: Sendable {
    /// What it is part of: a folder, or a file of cases.
    package let group: String
    package let name: String
    package let file: String
    package let findings: [Finding]

    package init(group: String, name: String, file: String, findings: [Finding]) {
      self.group = group
      self.name = name
      self.file = file
      self.findings = findings
    }
  }

  /// The name of the command.
  package let title: String
  package let findings: [Finding]
  /// What comments in the files allow.
  package let silenced: [SilencedFinding]
  package let units: [Unit]

  package init(title: String, findings: [Finding], silenced: [SilencedFinding] = [], units: [Unit]) {
    self.title = title
    self.findings = findings
    self.silenced = silenced
    self.units = units
  }

  /// A report in which each file is a unit: those named, and every other that a finding is in.
  package init(title: String, findings: [Finding], silenced: [SilencedFinding] = [], files: [String]) {
    let byFile = Dictionary(grouping: findings) { $0.place?.file.path ?? "" }
    let all = Set(files).union(byFile.keys).sorted()
    self.init(
      title: title, findings: findings, silenced: silenced,
      units: all.map { path in
        let slash = path.lastIndex(of: "/")
        return Unit(
          group: slash.map { String(path[..<$0]) } ?? title,
          name: slash.map { String(path[path.index(after: $0)...]) } ?? (path.isEmpty ? title : path), file: path,
          findings: byFile[path] ?? [])
      })
  }
}
