import PolicyModel
import Values

/// The catalogue's diseases by what they are called.
struct DiseaseNames {
  private let catalogue: Catalogue
  /// Asked for only where a title does not fit.
  private let known: Lazy<[(code: String, name: String, pairs: Set<String>)]>

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    known = Lazy {
      catalogue.diseases.sorted { $0.key < $1.key }
        .filter { DiseaseNames.isCertain($0.value) }
        .map { ($0.key, $0.value, DiseaseNames.pairs(DiseaseNames.plain($0.value))) }
    }
  }

  /// A code in the national form that the catalogue lacks; local codes have forms of their own.
  func isUnknown(_ code: String) -> Bool {
    guard catalogue.diseases[code] == nil else { return false }
    return code.utf8.count == 6 && code.hasPrefix("M")
      && code.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// What a code is called in the catalogue and what the title may be instead; nil when title and code fit.
  ///
  /// Regions word names in their own way, so only a title that fits another disease much better, or has nothing in
  /// common with the code's own name, is a slip.
  func slip(in title: String, of code: String) -> (expected: String, suggestion: String)? {
    guard let expected = catalogue.diseases[code], DiseaseNames.isCertain(expected),
      !catalogue.disputedDiseases.contains(code)
    else { return nil }
    let pairs = DiseaseNames.pairs(DiseaseNames.plain(title))
    let own = DiseaseNames.likeness(pairs, DiseaseNames.pairs(DiseaseNames.plain(expected)))
    // Nothing can be liked so much better.
    if own + 30 > 100 { return nil }
    let best = nearest(to: pairs)
    let share = Set(DiseaseNames.plain(title)).intersection(DiseaseNames.plain(expected))
    if let best, best.likeness >= 50, best.likeness >= own + 30, best.code != code {
      return (expected, "\(best.code) \(best.name)")
    }
    return share.isEmpty ? (expected, expected) : nil
  }

  /// The disease that a title fits well, as `code name`.
  func code(named title: String) -> String? {
    nearest(to: DiseaseNames.pairs(DiseaseNames.plain(title))).flatMap {
      $0.likeness >= 50 ? "\($0.code) \($0.name)" : nil
    }
  }

  /// The code that differs in the fewest digits, as `code name`.
  func nearest(toCode code: String) -> String {
    let ranked = known.value.map { item in (zip(item.code, code).count { $0 != $1 }, item.code, item.name) }
    return ranked.min { ($0.0, $0.1) < ($1.0, $1.1) }.map { "\($0.1) \($0.2)" } ?? "—"
  }

  private func nearest(to pairs: Set<String>) -> (code: String, name: String, likeness: Int)? {
    let ranked = known.value.map { ($0.code, $0.name, DiseaseNames.likeness(pairs, $0.pairs)) }
    return ranked.min { ($1.2, $0.0) < ($0.2, $1.0) }
  }

  /// How much two names have in common, in hundredths.
  private static func likeness(_ first: Set<String>, _ second: Set<String>) -> Int {
    let sum = first.count + second.count
    return sum == 0 ? 0 : 200 * first.intersection(second).count / sum
  }

  /// A name without punctuation.
  static func plain(_ name: String) -> String {
    String(name.filter { $0.isLetter || $0.isNumber })
  }

  /// Neighbouring characters; of a single character the character itself.
  private static func pairs(_ name: String) -> Set<String> {
    let characters = Array(name)
    if characters.count == 1 { return [name] }
    return Set(zip(characters, characters.dropFirst()).map { String([$0, $1]) })
  }

  /// The catalogue lists codes of which only the kind of disease is known.
  private static func isCertain(_ name: String) -> Bool { !name.contains("不详") }
}
