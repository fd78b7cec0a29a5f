import Analysis
import Claims
import Findings
import PolicyModel
import Registry
import Sides
import Testing
import Values

/// A change that the first claim of a year, all of it in scope, never shows.
struct HiddenChange: CustomTestStringConvertible, Sendable {
  var file = "998001-v-d1/2024-01-01.yaml"
  /// Layers, caps and whatever else follows; nil for the file as it is shipped.
  var rules: String?
  let old: String
  let new: String
  /// The path that is reported.
  let path: String

  var testDescription: String { "\(path): \(old) → \(new)" }

  static let all: [HiddenChange] = [
    HiddenChange(
      file: "998742-v-t4-yuan/2024-01-01.yaml", old: "unit: yuan", new: "unit: fen", path: "rounding.unit"),
    HiddenChange(
      file: "998512-v-n12/2024-01-01.yaml", old: "of: promised, ", new: "", path: "filing.kinds.long_term.change.of"),
    HiddenChange(
      file: "998512-v-n12/2024-01-01.yaml", old: ", sooner_with_papers: allowed", new: "",
      path: "filing.kinds.long_term.change.sooner_with_papers"),
    HiddenChange(
      file: "998405-v-c5/2024-01-01.yaml", old: "main_plus_others_up_to: 100", new: "main_plus_others_up_to: 200",
      path: "several"),
    HiddenChange(
      file: "998405-v-c5/2024-01-01.yaml", old: "several: largest", new: "several: {main_plus_others_up_to: 50}",
      path: "several"),
    HiddenChange(
      file: "998004-v-d4/2024-01-01.yaml", old: "account: inpatient_deductibles, amount: 2000",
      new: "account: inpatient_deductibles, amount: 2500", path: "pool.deductible.ceiling"),
    HiddenChange(
      rules: layer("deductible: {per: each_settlement, again_every_days: 90, amount: 500}, ratio: 80%"),
      old: "again_every_days: 90", new: "again_every_days: 60", path: "pool.deductible.again_every_days"),
    HiddenChange(
      rules: layer("deductible: {per: each_settlement, amount: {percent_of: total, share: 20%}}, ratio: 80%"),
      old: "percent_of: total", new: "percent_of: in_scope", path: "pool.deductible.amount"),
    HiddenChange(
      rules: layer(
        """
        caps: [visit_cap], ratio: {counted: expense_with_deductible, restarts: each_year, account: spent, columns: \
        [to 1000, above], value: [60%, 50%]}
        """) + "\ncaps:\n  visit_cap: {measures: expense, per: each_settlement, amount: 300, source: 测试 注}",
      old: "[60%, 50%]", new: "[60%, 40%]", path: "pool.ratio"),
    HiddenChange(
      rules: layer("ratio: 80%")
        + "\n      - {id: more, fund: supplement, pays_from: [first_self_pay], ratio: 50%}", old: "ratio: 50%",
      new: "ratio: 90%", path: "more.ratio"),
    HiddenChange(
      rules: layer(
        "ratio: {by: hospital_level, cases: {tertiary: 50%, secondary: 60%, primary/unrated: 70%, community: 90%}}")
        + community,
      old: "H11010100001", new: "H11010100002", path: "classes.community.members.institutions"),
    HiddenChange(
      rules: layer(
        "ratio: {by: hospital_level, cases: {tertiary: 50%, secondary: 60%, primary/unrated: 70%, community: 90%}}")
        + community,
      old: "is: primary", new: "is: secondary", path: "classes.community.is"),
    // Points for each year of age: the bound is reached beyond the ages that are looked at.
    HiddenChange(
      rules: layer("ratio: {value: 50%, adjust: [{plus: 1 points, for_each: age, beyond: 60, at_most: 65%}]}"),
      old: "at_most: 65%", new: "at_most: 70%", path: "pool.ratio.adjust"),
  ]

  private static func layer(_ rules: String) -> String {
    "      - {id: pool, fund: pooled, pays_from: in_scope, \(rules)}"
  }

  private static let community = """

    classes:
      community:
        of: hospital_level
        is: primary
        title: 社区
        members: {institutions: [H11010100001]}
        source: 测试 注
    """

  var text: String? {
    rules.map { rules in
      """
      format: "1"
      region: "998001"
      title: 测试
      in_force: {from: "2024-01-01"}
      sources:
        测试: {title: 测试用, basis: assumed}
      plans:
        p:
          title: 居民住院
          for: {insurance: resident, visit: inpatient}
          source: 测试 住院
          layers:
      \(rules)

      """
    }
  }
}

@Suite("policy diff of what a first claim does not show")
struct BeyondFirstClaimTests {
  @Test("a change that only later, longer or partly out-of-scope claims meet is reported", arguments: HiddenChange.all)
  func isReported(_ change: HiddenChange) throws {
    let rules =
      try change.text.map { try ExampleRules(text: $0, file: change.file) } ?? ExampleRules(around: change.file)
    #expect(rules.text.contains(change.old))
    let before = rules.registry(rules.text)
    let after = rules.registry(rules.text.replacing(change.old, with: change.new))
    for side in [before, after] {
      #expect(side.findings.filter { $0.kind.severity == .error }.map { $0.message(in: .english) } == [])
    }
    let comparison = PolicyComparison(
      try #require(before.compiled.first).rules.compiled, try #require(after.compiled.first).rules.compiled)
    let paths =
      try comparison.sections().map { $0.path.joined(separator: ".") }
      + comparison.benefits().flatMap { $0.figures.map(\.path) }
    #expect(paths.contains { $0.hasSuffix(change.path) }, "\(paths)")
  }

  @Test("a layer that only one side has is one change, not one for each of its figures")
  func wholeLayer() throws {
    let more = "      - {id: more, fund: supplement, pays_from: [first_self_pay], ratio: 50%}\n"
    let change = try #require(HiddenChange.all.first { $0.path == "more.ratio" })
    let text = try #require(change.text)
    #expect(text.contains(more))
    let rules = try ExampleRules(text: text, file: change.file)
    let before = try #require(rules.registry(text).compiled.first)
    let after = try #require(rules.registry(text.replacing(more, with: "")).compiled.first)
    let figures = try PolicyComparison(before.rules.compiled, after.rules.compiled).benefits().flatMap(\.figures)
    #expect(figures.map(\.path) == ["more"])
    #expect(figures.map(\.layerOnlyIn) == [.before])
  }

  @Test("a code that the code lists of two sides take for something else is reported, an equal one is not")
  func codeLists() {
    var before = Catalogue()
    before.codes[.hospitalLevel] = ["08": "primary", "09": "unrated"]
    var after = before
    #expect(CodeListDifference.all(before, after) == [])
    after.codes[.hospitalLevel] = ["08": "secondary", "09": "unrated"]
    after.diseases["M01600"] = "糖尿病"
    let differences = CodeListDifference.all(before, after)
    #expect(differences.map(\.code) == ["08", "M01600"])
    #expect(differences.map(\.before) == ["primary", nil] && differences.map(\.after) == ["secondary", ""])
  }
}
