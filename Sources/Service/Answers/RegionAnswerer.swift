import Claims
import Findings
import PolicyModel
import PolicyReading
import RegionPolicy
import Registry
import Settlement
import Values

/// Answers about the rules themselves: which regions there are, and what is in force on a day.
package struct RegionAnswerer: Sendable {
  let rules: ServedRules
  let language: Language
  let figures: FigureListing

  package init(rules: ServedRules, language: Language, figures: @escaping FigureListing) {
    self.rules = rules
    self.language = language
    self.figures = figures
  }

  /// Every region with its versions.
  package var regions: Reply {
    let registry = rules.policies.registry
    let items = registry.regions.map { region in
      JSONText.object(
        [("code", JSONText.string(region.text))]
          + optional("name", registry.catalogue.regions[region]?.name)
          + [("versions", list((registry.versions.versions[region] ?? []).map(version)))])
    }
    return Reply(
      body: JSONText.object([("revision", JSONText.string(rules.revision)), ("regions", list(items))]))
  }

  /// The rules that a region's claims are settled with on a day.
  package func rules(of code: String, on day: CivilDate) throws(Refusal) -> Reply {
    guard let code = RegionCode(code) else {
      throw Refusal(400, .queryValue, ["name": "code", "expected": "440100"])
    }
    let found = try inForce(code, day)
    let reply = Reply(
      body: JSONText.object([
        ("revision", JSONText.string(rules.revision)), ("on", JSONText.string("\(day)")),
        ("rules", description(of: found)),
      ]))
    return reply.with("Memento-Datetime", HTTPInstant.start(of: found.compiled.policy.version))
  }

  private func inForce(_ code: RegionCode, _ day: CivilDate) throws(Refusal) -> RulesInForce {
    let region = ["region": code.text]
    switch rules.policies.registry.rules(of: code, on: day) {
    case .found(let rules): return rules
    case .unknownRegion: throw Refusal(404, .regionUnknown, region)
    case .notInForce(let versions):
      throw Refusal(409, .noVersionInForce, ["region": code.text, "date": "\(day)", "versions": versions])
    case .draft: throw Refusal(409, .draftRules, region)
    case .faulty: throw Refusal(503, .rulesHaveErrors, region)
    }
  }

  private func version(_ version: RegionVersion) -> String {
    JSONText.object(
      [
        ("title", JSONText.string(version.title)), ("from", JSONText.string("\(version.inForce.from)")),
      ] + optional("to", version.inForce.through?.description)
        + [("status", JSONText.string(version.status.rawValue))])
  }

  private func description(of rules: RulesInForce) -> String {
    let policy = rules.compiled.policy
    let lineage = policy.lineage.map { version in
      JSONText.object([
        ("region", JSONText.string(version.region.text)), ("version", JSONText.string("\(version.inForce.from)")),
        ("title", JSONText.string(version.title)), ("sources", list(version.sources.map(source))),
      ])
    }
    return JSONText.object([
      ("region", JSONText.string(policy.region.text)), ("title", JSONText.string(policy.title)),
      ("version", JSONText.string("\(policy.version)")), ("digest", JSONText.string(rules.digest)),
      ("lineage", list(lineage)), ("plans", list(policy.plans.map { plan($0, of: policy) })),
      ("accounts", list(rules.compiled.accounts.map { JSONText.string($0.name) })),
    ])
  }

  private func plan(_ plan: Plan, of policy: ResolvedPolicy) -> String {
    let layers = plan.layers.map { layer in
      JSONText.object([
        ("id", JSONText.string(layer.id)), ("title", JSONText.string(layer.title)),
        ("fund", JSONText.string(layer.fund.rawValue)),
        ("figures", list(figures(layer, policy, language).map(figure))),
      ])
    }
    return JSONText.object([
      ("name", JSONText.string(plan.name)), ("title", JSONText.string(plan.title)), ("layers", list(layers)),
    ])
  }

  private func figure(_ figure: FigureRow) -> String {
    JSONText.object([
      ("item", JSONText.string(figure.item)), ("case", JSONText.string(figure.situation)),
      ("value", JSONText.string(figure.value)), ("source", JSONText.string(figure.source)),
    ])
  }

  private func source(_ source: SourceDocument) -> String {
    JSONText.object(
      [("id", JSONText.string(source.id)), ("title", JSONText.string(source.title))]
        + optional("number", source.number) + optional("url", source.url))
  }

  private func optional(_ name: String, _ value: String?) -> [(name: String, value: String)] {
    value.map { [(name, JSONText.string($0))] } ?? []
  }

  private func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }
}
