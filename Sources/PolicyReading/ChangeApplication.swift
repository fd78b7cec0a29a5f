import Findings
import Format
import SourceTree

/// Makes a whole file out of a file of changes and the version before it.
struct ChangeApplication {
  let collector: FindingCollector

  /// The changed tree, and the sources that its changed values rest on.
  func apply(_ changes: Reading, of file: Node, to base: Node) -> (root: Node, overrides: [String: CitationOverride]) {
    var root = replacingHead(of: base, by: file)
    var overrides: [String: CitationOverride] = [:]
    for change in changes["changes"]?.items ?? [] {
      guard let at = change["at"], let path = at.text, let was = change["was"], let now = change["now"] else {
        continue
      }
      guard let found = TreePath(path).find(in: root) else {
        collector.report(.changePathMissing, at: at.place, ["path": path])
        continue
      }
      guard found.scalar?.text == was.text else {
        let shown = found.scalar?.text ?? "…"
        collector.report(
          .changeWasDiffers, at: was.place, related: found.place,
          ["path": path, "found": shown, "was": was.text ?? ""])
        continue
      }
      guard let replacement = node(of: now, in: file),
        let changed = TreePath(path).replacing(in: root, with: replacement)
      else { continue }
      root = changed
      overrides[path] = CitationOverride(citation: now.citation, isAssumed: false)
    }
    return (root, overrides)
  }

  /// Identity, dates and sources come from the changing file, everything else from the version before.
  private func replacingHead(of base: Node, by file: Node) -> Node {
    guard let own = file.entries, let old = base.entries else { return base }
    var entries = own.filter { entry in
      let key = entry.key.scalar?.text ?? ""
      return key != "changes" && key != "修改"
    }
    for entry in old {
      let key = entry.key.scalar?.text ?? ""
      if key == "sources" || key == "依据", let index = entries.firstIndex(where: { $0.key.scalar?.text == key }) {
        entries[index].value = merged(entry.value, entries[index].value)
      } else if !entries.contains(where: { $0.key.scalar?.text == key }),
        !["issued", "印发", "review_by", "复核期限"].contains(key)
      {
        entries.append(entry)
      }
    }
    return Node(.mapping(entries), at: file.place)
  }

  /// Both files' sources; the changing file's win.
  private func merged(_ old: Node, _ new: Node) -> Node {
    guard let oldEntries = old.entries, let newEntries = new.entries else { return new }
    let names = Set(newEntries.compactMap { $0.key.scalar?.text })
    let kept = oldEntries.filter { !names.contains($0.key.scalar?.text ?? "") }
    return Node(.mapping(newEntries + kept), at: new.place)
  }

  /// The tree node behind a reading; the reading keeps its place, the node keeps how it was quoted.
  private func node(of reading: Reading, in file: Node) -> Node? {
    let items = (file["changes"] ?? file["修改"])?.items ?? []
    return items.lazy.compactMap { $0["now"] ?? $0["改为"] }.first { $0.place.start == reading.place.start }
  }
}
