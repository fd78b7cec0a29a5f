import Findings
import Format
import PolicyModel
import SourceTree
import Values

/// Turns the reading of a whole file into a typed version.
struct VersionBuilder {
  let collector: FindingCollector
  let vocabulary: Vocabulary
  let isPartial: Bool
  /// How many entries `sources` has, readable or not.
  let listedSources: Int
  /// Sources that changes to the version before rest on.
  let citedByChanges: Set<String>
  /// What an open question is about, by its path.
  let subjects: [String: QuestionSubject]

  /// - Parameter basedOn: the files of earlier versions that it is written as changes to, nearest first.
  func build(_ root: Reading, file: SourceFile, basedOn: [SourceFile]) -> RegionVersion? {
    guard let region = root["region"], let code = region.text.flatMap({ RegionCode($0) }),
      let title = root["title"]?.text,
      let days = root["in_force"], let interval = interval(days)
    else { return nil }
    let sources = sources(root["sources"])
    let classes = ClassBuilder(collector: collector, vocabulary: vocabulary).build(root["classes"])
    let documents = (root["sources"]?.named ?? []).map(\.id)
    CitationCheck(collector: collector, known: documents, isPartial: isPartial || documents.count < listedSources).run(
      root)
    let additions = AdditionBuilder(collector: collector, isPartial: isPartial)
    let attributes = additions.attributes(root["attributes"])
    let diseases = additions.diseases(root["diseases"])
    var context = BuildContext(
      collector: collector, vocabulary: vocabulary,
      sources: Dictionary(sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      space: DimensionSpace(classes: classes, diseases: diseases, attributes: attributes),
      isPartial: isPartial)
    context.parameters = additions.parameters(root["parameters"], citing: context.citation)

    let census = CitationCensus(root)
    let plans = PlanBuilder(
      context: context, caps: CapBuilder(context: context).build(root["caps"]),
      writtenCaps: (root["caps"]?.named ?? []).map(\.id), sharedLayers: root["layers"]
    ).build(root["plans"])
    checkRefused(root)
    let nonLocal = NonLocalBuilder(context: context)
    let life = VisitLifeBuilder(context: context)
    return RegionVersion(
      region: code, title: title, inForce: interval, issued: root["issued"]?.date,
      status: context.word(root["status"]) ?? .inForce, parent: root["inherits"]?.text.flatMap { RegionCode($0) },
      sources: sources, classes: classes, attributes: attributes, diseases: diseases, plans: plans,
      refusals: refusals(root["not_known"], .notKnown, context) + refusals(root["not_offered"], .notOffered, context),
      nonLocal: nonLocal.build(root["non_local"]), filing: FilingBuilder(context: context).build(root["filing"]),
      stayAcrossYears: life.stayAcrossYears(root["stay_across_years"]), refunds: life.refunds(root["refunds"]),
      fund: FundBuilder(context: context).build(root), guardrails: nonLocal.guardrails(root["guardrails"]),
      rounding: rounding(root["rounding"]), benefitYear: benefitYear(root["benefit_year"], context),
      factsAsOf: context.word(root["facts_as_of"]), openQuestions: openQuestions(root["open_questions"], census),
      citedFigures: census.cited,
      // What seems to be unused may be used by a part that was lost.
      declarations: isPartial ? [] : DeclarationReader.read(root, cited: citedByChanges),
      reviewBy: root["review_by"].flatMap { reading in reading.date.map { ($0, reading.place) } }, file: file,
      basedOn: basedOn, places: .init(region: region.place, inForce: days.keyPlace, parent: root["inherits"]?.place))
  }

  private func interval(_ reading: Reading) -> DateInterval? {
    guard let from = reading["from"]?.date else { return nil }
    let to = reading["to"]?.date
    if let to, to < from, let place = reading["to"]?.place {
      collector.report(.datesReversed, at: place, ["from": "\(from)", "to": "\(to)"])
      return nil
    }
    return DateInterval(from: from, through: to)
  }

  private func sources(_ reading: Reading?) -> [SourceDocument] {
    (reading?.named ?? []).compactMap { named in
      let document = named.reading
      guard let title = document["title"]?.text, let basis = document["basis"]?.word.flatMap(Basis.init(rawValue:))
      else {
        return nil
      }
      return SourceDocument(
        id: named.id, title: title, number: document["number"]?.text, issuer: document["issuer"]?.text,
        issued: document["issued"]?.date, basis: basis, url: document["url"]?.text, read: document["read"]?.date,
        place: document.keyPlace)
    }
  }

  private func refusals(_ reading: Reading?, _ kind: Refusal.Kind, _ context: BuildContext) -> [Refusal] {
    (reading?.named ?? []).compactMap { named in
      guard let reason = named.reading["reason"]?.text, let applies = context.conditions(named.reading["for"]) else {
        return nil
      }
      return Refusal(
        kind: kind, plan: named.id, applies: applies, reason: reason,
        place: named.reading.keyPlace)
    }
  }

  /// A file cannot have a benefit and say that it does not know or offer it.
  private func checkRefused(_ root: Reading) {
    let plans = root["plans"]?.named ?? []
    for refused in (root["not_known"]?.named ?? []) + (root["not_offered"]?.named ?? []) {
      guard let plan = plans.first(where: { $0.id == refused.id }) else { continue }
      collector.report(
        .duplicateID, at: refused.reading.keyPlace, related: plan.reading.keyPlace, ["name": refused.id])
    }
  }

  private func rounding(_ reading: Reading?) -> RoundingRule? {
    guard let reading, let mode = reading["mode"]?.word.flatMap(RoundingMode.init(rawValue:)) else { return nil }
    let unit: Int64 =
      switch reading["unit"]?.word {
      case "jiao": 10
      case "yuan": 100
      default: 1
      }
    let moment = reading["per"]?.word.flatMap(RoundingRule.Moment.init(rawValue:)) ?? .layer
    return RoundingRule(rounding: Rounding(mode: mode, unit: unit), moment: moment)
  }

  private func benefitYear(_ reading: Reading?, _ context: BuildContext) -> (start: String, citation: Citation?)? {
    guard let starts = reading?["starts"], let day = starts.text else { return nil }
    // The calendar year needs no source.
    return (day, starts.citation.map { _ in context.citation(of: starts) })
  }

  private func openQuestions(_ reading: Reading?, _ census: CitationCensus) -> [OpenQuestion] {
    (reading?.items ?? []).compactMap { item in
      guard let path = item["at"]?.text, let question = item["question"]?.text, let assumed = item["assumed"]?.text,
        let otherwise = item["otherwise"]?.text
      else { return nil }
      let subject = subjects[path]
      return OpenQuestion(
        path: path, question: question, assumed: assumed, otherwise: otherwise, place: item.place,
        figures: census.count(below: subject?.figures ?? path), subject: subject?.place)
    }
  }
}

extension Reading {
  var date: CivilDate? {
    if case .scalar(.date(let date)) = value { date } else { nil }
  }
}
