import Findings
import PolicyModel
import Values

/// What a part of the rules says, as text without where it stands and what it rests on: equal texts, equal meaning.
enum MeaningText {
  static func of(_ value: Any) -> String {
    switch value {
    case is Place, is Citation: return ""
    case let text as String: return text
    case let ratio as Ratio: return ratio.description
    case let amount as Fen: return amount.description
    case let day as CivilDate: return day.description
    case let number as Int: return "\(number)"
    default: return children(of: value)
    }
  }

  private static func children(of value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { of($0.value) } ?? "—"
    case .set: return mirror.children.map { of($0.value) }.sorted().joined(separator: "/")
    case .dictionary: return mirror.children.map { of($0.value) }.sorted().joined(separator: "; ")
    case .collection: return mirror.children.map { of($0.value) }.joined(separator: ", ")
    case .enum where mirror.children.isEmpty: return "\(value)"
    case .enum: return mirror.children.map { "\($0.label ?? ""): \(of($0.value))" }.joined(separator: ", ")
    default:
      let parts = mirror.children.map { (label: $0.label ?? "", text: of($0.value)) }.filter { !$0.text.isEmpty }
      // A figure is its value alone.
      if parts.count == 1 { return parts[0].text }
      return parts.map { $0.label.isEmpty || $0.label.hasPrefix(".") ? $0.text : "\($0.label): \($0.text)" }
        .joined(separator: ", ")
    }
  }
}
