import PolicyModel
import Values

/// Filing rules with their tables made flat.
package struct CompiledFiling: Sendable {
  package let rules: FilingRules
  private let needed: Lookup<FilingRules.Need>
  private let standing: Lookup<String>
  private let channel: Lookup<FilingRules.OpenChannels>?

  fileprivate struct Lookup<Value: Sendable>: Sendable {
    let table: DenseTable
    let leaves: [Figure<Value>]

    /// The leaf for these facts; nil when a fact that the table goes by is not known.
    func leaf(for facts: Facts) -> Figure<Value>? {
      let index = table.leaf(for: facts)
      return leaves.indices.contains(index) ? leaves[index] : nil
    }
  }

  /// Whether a visit has to be filed; nil when a fact is missing.
  package func need(of facts: Facts) -> Figure<FilingRules.Need>? { needed.leaf(for: facts) }

  /// The standing for facts that hold `reason` and `filed`; nil when another fact is missing.
  package func standing(of facts: Facts) -> Figure<String>? { standing.leaf(for: facts) }

  /// The open channels; nil when the region does not restrict them or a fact is missing.
  package func channels(of facts: Facts) -> Figure<FilingRules.OpenChannels>? { channel?.leaf(for: facts) }

  fileprivate init(
    rules: FilingRules, needed: Lookup<FilingRules.Need>, standing: Lookup<String>,
    channel: Lookup<FilingRules.OpenChannels>?
  ) {
    self.rules = rules
    self.needed = needed
    self.standing = standing
    self.channel = channel
  }

  /// Dimensions that the tables go by.
  package var dimensions: Set<Dimension> {
    Set(rules.needed.dimensions + rules.standing.dimensions + (rules.channel?.dimensions ?? []))
  }
}

extension PolicyCompiler {
  func compile(_ rules: FilingRules, _ domain: Domain) -> CompiledFiling {
    // At home nothing is filed.
    let away = domain.restricting(.distance, to: .values(["in_province", "cross_province"]))
    func lookup<Value>(_ table: RuleTable<Figure<Value>>, _ other: (Value) -> Value) -> CompiledFiling.Lookup<Value> {
      let (flat, leaves) = tables.compile(table, in: away)
      let written = leaves.map { leaf in
        trial?.changes(leaf.place) ?? false
          ? Figure(other(leaf.value), at: leaf.place, citation: leaf.citation) : leaf
      }
      return .init(table: flat, leaves: written)
    }
    return CompiledFiling(
      rules: rules, needed: lookup(rules.needed, \.slightlyChanged),
      standing: lookup(rules.standing) { $0 == "unfiled" ? "temporary" : "unfiled" },
      channel: rules.channel.map { lookup($0, \.slightlyChanged) })
  }
}
