import Findings
import SourceTree

/// What an open question is about.
struct QuestionSubject {
  /// Where it stands; nil where its path leads nowhere.
  let place: Place?
  /// The path of what is assumed with it: the figure itself, or, where the question is about a word, such as what columns
  /// count, the mapping around it with all its figures.
  let figures: String

  init(_ path: String, in root: Node) {
    let node = TreePath(path).find(in: root)
    place = node?.place
    let steps = path.utf8.split(separator: UInt8(ascii: "."))
    if let condition = steps.firstIndex(where: { $0.elementsEqual("for".utf8) || $0.elementsEqual("对象".utf8) }),
      condition > 0
    {
      figures = steps[..<condition].map { String(Substring($0)) }.joined(separator: ".")
    } else if let scalar = node?.scalar, scalar.text.first?.isNumber != true,
      let dot = path.utf8.lastIndex(of: UInt8(ascii: "."))
    {
      figures = String(path[..<dot])
    } else {
      figures = path
    }
  }
}
