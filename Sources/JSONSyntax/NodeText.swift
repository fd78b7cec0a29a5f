import Findings
import SourceTree

extension Node {
  /// The tree as JSON on one line. Plain values that look like JSON numbers and truth values are such, the others text.
  package var jsonText: String {
    switch content {
    case .scalar(let scalar): Node.jsonText(scalar)
    case .sequence(let items): "[" + items.map(\.jsonText).joined(separator: ", ") + "]"
    case .mapping(let entries):
      JSONText.object(entries.map { (name: $0.key.scalar?.text ?? "", value: $0.value.jsonText) })
    }
  }

  private static func jsonText(_ scalar: Scalar) -> String {
    switch scalar.style {
    case .number, .literal: return scalar.text
    case .singleQuoted, .doubleQuoted, .block: return JSONText.string(scalar.text)
    case .plain:
      if ["true", "false", "null"].contains(scalar.text) || isNumber(scalar.text) { return scalar.text }
      return JSONText.string(scalar.text)
    }
  }

  /// `-12.50`, `0`; not `007`, which is a code.
  private static func isNumber(_ text: String) -> Bool {
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, text.prefix(2) != "--", let whole = parts.first else { return false }
    let areDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    return areDigits && (whole == "0" || !whole.hasPrefix("0"))
  }
}
