/// The claims of a finding for people: the first as it is, each further one by what it has otherwise.
///
/// The formats for programs have every claim whole.
struct WitnessText {
  /// One text for each claim; a long claim is broken into lines between its members.
  let lines: [String]

  /// The widest line of a claim.
  private static let widthLimit = 100

  init(_ witnesses: [String], sameBut: String) {
    var lines: [String] = []
    var previous: [Member]?
    for witness in witnesses {
      let text = witness.onOneLine
      let members = WitnessText.members(of: text)
      if let difference = WitnessText.difference(of: members, to: previous) {
        lines.append(WitnessText.broken(difference, opening: sameBut + " ", closing: ""))
      } else if let members, text.displayWidth > WitnessText.widthLimit {
        lines.append(WitnessText.broken(members.map(\.text), opening: "{", closing: "}"))
      } else {
        lines.append(text)
      }
      previous = members
    }
    self.lines = lines
  }

  private struct Member: Hashable {
    let name: Substring
    /// Name and value as written.
    let text: String
  }

  /// What a claim has otherwise than the one before; nil when that is not the shorter way to show it.
  private static func difference(of members: [Member]?, to previous: [Member]?) -> [String]? {
    guard let members, let previous, members.map(\.name) == previous.map(\.name) else { return nil }
    let changed = zip(members, previous).filter { $0 != $1 }.map(\.0.text)
    return changed.isEmpty || changed.count * 2 > members.count ? nil : changed
  }

  private static func broken(_ parts: [String], opening: String, closing: String) -> String {
    var result = opening
    var width = opening.displayWidth
    for (index, part) in parts.enumerated() {
      let piece = part + (index == parts.count - 1 ? closing : ",")
      if index > 0, width + 1 + piece.displayWidth > widthLimit {
        result += "\n" + piece
        width = piece.displayWidth
      } else {
        result += (index > 0 ? " " : "") + piece
        width += piece.displayWidth + 1
      }
    }
    return result
  }

  /// The members of an object as they are written; nil for another text.
  private static func members(of text: String) -> [Member]? {
    guard text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
    var parts: [Substring] = []
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    var start = text.index(after: text.startIndex)
    let end = text.index(before: text.endIndex)
    for index in text.indices[start..<end] {
      let character = text[index]
      if isQuoted {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          isQuoted = false
        }
        continue
      }
      switch character {
      case "\"": isQuoted = true
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      case "," where depth == 0:
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    parts.append(text[start..<end])
    return parts.map { part in
      let trimmed = part.drop { $0 == " " }
      return Member(name: trimmed.prefix { $0 != ":" }, text: String(trimmed))
    }
  }
}
