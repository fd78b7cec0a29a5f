import ArgumentParser
import Findings
import Glibc

/// The language of messages that the environment asks for, `POLICY_LANG`: what an option says goes before it.
enum EnvironmentLanguage {
  private static let name = "POLICY_LANG"

  static var language: Language? { text.flatMap(Language.init) }

  /// - Throws: wrong usage when it asks for another language than there is.
  static func validate() throws {
    if let text, Language(rawValue: text) == nil {
      throw ValidationError("环境变量 \(name) 只能是 zh 或 en：\(text) – \(name) is zh or en: \(text)")
    }
  }

  /// Nil when it is not set, or to nothing.
  private static var text: String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
