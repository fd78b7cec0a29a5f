import Findings
import Format
import PolicyModel
import Values

/// What every builder needs to turn readings into typed rules: the file's sources and the values of its dimensions.
struct BuildContext {
  let collector: FindingCollector
  let vocabulary: Vocabulary
  let sources: [String: SourceDocument]
  let space: DimensionSpace
  /// Named amounts, by id; nil for one that was not readable.
  var parameters: [String: Figure<Fen>?] = [:]
  /// Parts of the file could not be parsed, so what a reference does not find may have been there.
  let isPartial: Bool
  private let citations = CitationMemory()

  init(
    collector: FindingCollector, vocabulary: Vocabulary, sources: [String: SourceDocument], space: DimensionSpace,
    isPartial: Bool
  ) {
    self.collector = collector
    self.vocabulary = vocabulary
    self.sources = sources
    self.space = space
    self.isPartial = isPartial
  }

  /// Reports a reference that leads nowhere, unless its target may have been lost with a part of the file.
  func reportDangling(_ kind: FindingKind, at place: Place, _ arguments: [String: String]) {
    if !isPartial { report(kind, at: place, arguments) }
  }

  func report(_ kind: FindingKind, at place: Place, related: Place? = nil, _ arguments: [String: String] = [:]) {
    collector.report(kind, at: place, related: related, arguments)
  }

  /// The clause that covers a reading. Missing and unknown sources are reported elsewhere, once each.
  func citation(of reading: Reading) -> Citation {
    guard let text = reading.citation else {
      return Citation(source: "", document: "", clause: "", basis: .assumed)
    }
    return citations.citation(for: text) { citation(for: text) }
  }

  private func citation(for text: CitationText) -> Citation {
    guard let document = sources[text.source] else {
      return Citation(source: text.source, document: text.source, clause: text.clause, basis: .assumed)
    }
    return Citation(
      source: text.source, document: document.number ?? document.title, clause: text.clause,
      basis: text.isAssumed ? .assumed : document.basis)
  }

  /// An amount: written out, or a share of a parameter.
  func money(_ reading: Reading?) -> Figure<Fen>? {
    guard let reading else { return nil }
    if let name = reading["parameter"] { return share(of: name, in: reading) }
    guard case .scalar(.money(let value)) = reading.value else { return nil }
    return Figure(value, at: reading.place, citation: citation(of: reading))
  }

  /// The amount of a parameter times a share, rounded half up to whole fen or the unit the rule names.
  private func share(of name: Reading, in reading: Reading) -> Figure<Fen>? {
    guard let id = name.text, case .scalar(.ratio(let share)) = reading["share"]?.value else { return nil }
    guard let known = parameters[id] else {
      reportDangling(
        .unknownParameter, at: name.place,
        ["name": id, "suggestion": suggestion(for: id, among: parameters.keys.sorted())])
      return nil
    }
    guard let amount = known else { return nil }
    var unit: Int64 = 1
    if let rounding = reading["rounded_to"], case .scalar(.money(let step)) = rounding.value {
      if step == .zero { report(.roundedToZero, at: rounding.place) }
      unit = max(1, step.count)
    }
    guard let exact = try? Exact(amount.value).multiplied(by: Exact(share)),
      let rounded = try? Rounding(mode: .halfUp, unit: unit)(exact), rounded <= .largest
    else {
      report(.amountTooLarge, at: reading.place, ["text": "\(amount.value) × \(share)"])
      return nil
    }
    // The share is no firmer than the amount it is of.
    let own = citation(of: reading)
    let basis = max(own.basis, amount.citation.basis)
    return Figure(
      rounded, at: reading.place,
      citation: Citation(source: own.source, document: own.document, clause: own.clause, basis: basis))
  }

  /// The period a `per` word and its `cycle_days` name; nil and a finding when they do not go together.
  func period(_ word: Reading?, cycleDays: Reading?) -> Period? {
    guard let word, let name = word.word else { return nil }
    let isCycle = name == "cycle" || name == "each_cycle"
    guard isCycle == (cycleDays != nil) else {
      report(.cycleDays, at: (cycleDays ?? word).keyPlace)
      return nil
    }
    switch name {
    case "day": return .day
    case "month", "each_month": return .month
    case "quarter", "each_quarter": return .quarter
    case "year", "each_year": return .year
    case "cycle", "each_cycle":
      guard case .scalar(.integer(let days)) = cycleDays?.value else { return nil }
      return .cycle(days: days)
    default: return .settlement
    }
  }

  func ratio(_ reading: Reading?) -> Figure<Ratio>? {
    guard let reading, case .scalar(.ratio(let value)) = reading.value else { return nil }
    return Figure(value, at: reading.place, citation: citation(of: reading))
  }

  func points(_ reading: Reading?) -> Figure<Ratio>? {
    guard let reading, case .scalar(.points(let value)) = reading.value else { return nil }
    return Figure(value, at: reading.place, citation: citation(of: reading))
  }

  func word<Value: RawRepresentable>(_ reading: Reading?) -> Value? where Value.RawValue == String {
    reading?.word.flatMap(Value.init(rawValue:))
  }

  /// A word with its clause.
  func ruling<Value: RawRepresentable>(_ reading: Reading?) -> Figure<Value>? where Value.RawValue == String {
    guard let reading, let value: Value = word(reading) else { return nil }
    return figure(value, at: reading)
  }

  func count(_ reading: Reading?) -> Figure<Int>? {
    guard let reading, case .scalar(.integer(let count)) = reading.value else { return nil }
    return figure(count, at: reading)
  }

  func figure<Value>(_ value: Value, at reading: Reading) -> Figure<Value> {
    Figure(value, at: reading.place, citation: citation(of: reading))
  }

  /// The typed table of a reading; nil when a part of it was not readable.
  func table<Leaf>(_ reading: Reading?, leaf: (Reading) -> Leaf?) -> RuleTable<Leaf>? {
    guard let reading, let table = reading.table else { return nil }
    let dimensions = table.dimensions.compactMap { space.dimension(named: $0.name) }
    guard let cases = cases(table.cases, dimensions[...], leaf) else { return nil }
    return RuleTable(dimensions: dimensions, cases: cases)
  }

  private func cases<Leaf>(
    _ cases: TableReading.Cases, _ dimensions: ArraySlice<Dimension>, _ leaf: (Reading) -> Leaf?
  ) -> RuleTable<Leaf>.Cases? {
    switch cases {
    case .leaf(let reading): return reading.isInvalid ? nil : leaf(reading).map { .leaf($0) }
    case .split(let cases, let place):
      guard let dimension = dimensions.first else { return nil }
      var built: [RuleTable<Leaf>.Case] = []
      var isComplete = true
      for item in cases {
        checkValues(item.key, dimension, at: item.place)
        guard let content = self.cases(item.content, dimensions.dropFirst(), leaf) else {
          isComplete = false
          continue
        }
        built.append(RuleTable<Leaf>.Case(key: item.key, place: item.place, content: content))
      }
      return isComplete ? .split(built, place: place) : nil
    }
  }

  /// The conditions of a reading, none when there is none; nil when they were not readable, since fewer conditions
  /// would hold for too many.
  func conditions(_ reading: Reading?) -> Conditions? {
    guard let reading else { return Conditions.none }
    if reading.isInvalid { return nil }
    return Conditions(
      reading.conditions.compactMap { condition in
        guard let dimension = space.dimension(named: condition.dimension) else { return nil }
        checkValues(condition.key, dimension, at: condition.place)
        return Conditions.Condition(dimension: dimension, key: condition.key, place: condition.place)
      })
  }

  /// Which stay of the year it is is only known once the benefit is: conditions cannot ask for it, tables can.
  func checkNoOccurrence(in reading: Reading?) {
    for condition in reading?.conditions ?? [] where condition.dimension == Dimension.occurrence.name {
      report(.occurrenceCondition, at: condition.place)
    }
  }

  /// Every named value has to exist in the dimension.
  func checkValues(_ key: CaseKey, _ dimension: Dimension, at place: Place) {
    guard case .values(let values) = key else { return }
    // Diseases may be inherited, so they are looked up when the rules are compiled.
    if dimension == .disease { return }
    let known = space.values(of: dimension)
    for value in values where !known.contains(value) {
      let shown = known.map { space.title(of: $0, in: dimension, chinese: vocabulary == .chinese) }
      let ids = vocabulary == .chinese ? shown : known
      reportDangling(
        .unknownDimensionValue, at: place,
        [
          "text": value, "dimension": vocabulary == .chinese ? dimension.chinese : dimension.name,
          "suggestion": suggestion(for: value, among: ids),
        ])
    }
  }
}

/// The clauses that were asked for, each made once for all that it covers.
private final class CitationMemory {
  private var citations: [ObjectIdentifier: (text: CitationText, citation: Citation)] = [:]

  /// The text is kept too, so that no other one can come to have its identity.
  func citation(for text: CitationText, make: () -> Citation) -> Citation {
    let identity = ObjectIdentifier(text)
    if let known = citations[identity] { return known.citation }
    let citation = make()
    citations[identity] = (text, citation)
    return citation
  }
}
