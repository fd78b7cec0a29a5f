import Findings
import PolicyModel
import Settlement
import Values

/// Writes claims that have given facts, the inverse of ``FactsBuilder``: what a finding is shown with.
///
/// Every line it returns has been read again and found to have the facts.
package struct ClaimWriter {
  package let policy: CompiledPolicy
  package let catalogue: Catalogue

  package init(policy: CompiledPolicy, catalogue: Catalogue) {
    self.policy = policy
    self.catalogue = catalogue
  }

  /// One line of JSON that `policy settle` takes and evaluates with these facts.
  ///
  /// - Parameters:
  ///   - wanted: values that are not known (-1, no days) are left open: what a claim has to tell all the same is filled
  ///     in, as the plan allows.
  ///   - day: the day of settlement, one on which the rules are in force; a stay ends on it.
  ///   - plan: the index of the plan that is meant, to fill in what its claims have to tell; the one that is for such
  ///     claims when left out.
  ///   - accounts: what accounts hold, in fen or times, by their names; the plan's other accounts hold nothing.
  ///   - ordinal: which stay of the year it is, if one of the accounts counts it; `wanted`'s `occurrence` when left out.
  package func claim(
    for wanted: Facts, on day: CivilDate, plan: Int? = nil, accounts: [String: Int64] = [:], ordinal: Int? = nil,
    id: String = "witness"
  ) throws(UnwritableClaim) -> String {
    let facts = try complete(wanted, for: plan)
    let selected = (try? policy.selectPlan(for: facts)).map { policy.plans[$0] }
    let place = try visitMembers(facts, on: day, selected)
    var members = [(name: "claim_id", value: JSONText.string(id))]
    members += place + (try amounts(facts)) + (try personMembers(facts))
    let occurrence = ordinal ?? (wanted[.occurrence] > 0 ? wanted[.occurrence] : nil)
    members.append(
      ("accounts", try AccountMembers(policy: policy, facts: facts, plan: selected).json(accounts, ordinal: occurrence))
    )
    let line = JSONText.object(members)
    try WrittenClaim(line, policy: policy, catalogue: catalogue).check(facts, hasPlan: selected != nil)
    return line
  }

  /// A day of an interval on which a stay of so many days can end without having begun in another benefit year.
  package func day(in interval: DateInterval, afterDays days: Int = 1) -> CivilDate? {
    let length = days > 1 ? days : 0
    let year = BenefitYear(policy.policy.benefitYear.start)
    for first in [interval.from, year.start(of: interval.from.advanced(by: 366))] {
      let day = first.advanced(by: length)
      if interval.contains(day), year.start(of: first) == year.start(of: day) { return day }
    }
    return nil
  }

  private func complete(_ wanted: Facts, for plan: Int?) throws(UnwritableClaim) -> Facts {
    let completion = FactsCompletion(policy: policy, places: TreatmentPlaces(catalogue: catalogue))
    if let plan { return try completion.complete(wanted, for: policy.plans[plan]) }
    let facts = try completion.complete(wanted, for: nil)
    guard let found = policy.plans.first(where: { $0.applies.hold(for: facts) }) else { return facts }
    return try completion.complete(facts, for: found)
  }

  private typealias Members = [(name: String, value: String)]

  /// Who was treated where, for what, and when.
  private func visitMembers(_ facts: Facts, on day: CivilDate, _ plan: CompiledPlan?) throws(UnwritableClaim)
    -> [(name: String, value: String)]
  {
    let classes = ClassMembership(of: facts, in: policy.space)
    let distance = fixed(facts, .distance)
    guard let place = TreatmentPlaces(catalogue: catalogue).place(at: distance, from: policy.policy.region) else {
      throw .distance(distance)
    }
    var members: Members = []
    for (field, dimension) in [
      ("insutype", Dimension.insurance), ("psn_type", .person), ("med_type", .visit), ("hosp_lv", .hospitalLevel),
    ] where facts[dimension] >= 0 {
      members.append((field, text(try classes.code(of: fixed(facts, dimension), in: dimension, catalogue))))
    }
    members += [("insuplc_admdvs", text(policy.policy.region.text)), ("mdtrtarea_admvs", text(place.text))]
    let institution = try classes.institution(isNeeded: facts.continuesUnit && plan?.plan.merging != nil)
    if let institution { members.append(("fixmedins_code", text(institution))) }
    if let disease = try disease(facts) { members.append(("dise_codg", text(disease))) }
    if !facts.diseases.isEmpty {
      var codes: [String] = []
      for disease in facts.diseases { codes.append(text(try code(ofDisease: Int(disease)))) }
      members.append(("diseases", "[" + codes.joined(separator: ", ") + "]"))
    }
    let began = day.advanced(by: facts.days > 1 ? -Int(facts.days) : 0)
    try checkStay(facts, from: began, to: day)
    members += [("begntime", text("\(began)")), ("endtime", text("\(day)")), ("setl_time", text("\(day)"))]
    if facts.continuesUnit { members.append(("same_unit", try unit(plan, began, institution))) }
    members += standing(facts)
    let attributes = try classes.attributes(of: facts).sorted { $0.key < $1.key }
    if !attributes.isEmpty {
      members.append(("attributes", JSONText.object(attributes.map { ($0.key, text($0.value)) })))
    }
    return members
  }

  /// The standing, the channel, and whose catalogue the region asks for.
  private func standing(_ facts: Facts) -> Members {
    let standing = fixed(facts, .standing)
    let channel = fixed(facts, .channel)
    let isAway = fixed(facts, .distance) != "local"
    var members: Members = []
    if isAway || standing != "local" { members.append(("standing", text(standing))) }
    if channel != "direct" { members.append(("channel", text(channel))) }
    if isAway, let rule = policy.filing?.rules.catalogue {
      let owner = channel == "manual" ? rule.manual.value : rule.direct.value
      if owner == .home { members.append(("catalogue", text(owner.rawValue))) }
    }
    return members
  }

  private func personMembers(_ facts: Facts) throws(UnwritableClaim) -> Members {
    var members: Members = []
    if facts[.age] >= 0 { members.append(("age", "\(facts[.age])")) }
    if facts[.hardship] >= 0 { members.append(("hardship", text(fixed(facts, .hardship)))) }
    return members
  }

  private func amounts(_ facts: Facts) throws(UnwritableClaim) -> Members {
    let rest = facts.total.count.subtractingReportingOverflow(facts.inScope.count)
    let own = rest.partialValue.subtractingReportingOverflow(facts.firstSelfPay.count)
    guard !rest.overflow, !own.overflow, own.partialValue >= 0, facts.inScope >= .zero, facts.firstSelfPay >= .zero,
      facts.total <= .largest
    else { throw .amounts }
    return [
      ("medfee_sumamt", "\(facts.total)"), ("fulamt_ownpay_amt", "\(Fen(own.partialValue))"),
      ("overlmt_selfpay", "\(Fen.zero)"), ("preselfpay_amt", "\(facts.firstSelfPay)"),
      ("inscp_scp_amt", "\(facts.inScope)"),
    ]
  }

  /// The visit's disease. A region without a list of its own may ask for one of those that are settled directly.
  private func disease(_ facts: Facts) throws(UnwritableClaim) -> String? {
    if facts[.disease] >= 0 { return try code(ofDisease: facts[.disease]) }
    let isDirectElsewhere = fixed(facts, .distance) != "local" && fixed(facts, .channel) != "manual"
    guard policy.space.diseases == nil, fixed(facts, .visit) == "chronic", isDirectElsewhere else { return nil }
    return policy.filing?.rules.directDiseases?.value.min()
  }

  /// A group is no disease of a claim.
  private func code(ofDisease index: Int) throws(UnwritableClaim) -> String {
    guard let list = policy.space.diseases, list.diseases.indices.contains(index - list.groups.count) else {
      throw .contradiction(.disease)
    }
    return list.diseases[index - list.groups.count].code
  }

  /// Settled by days, a stay over two years has the facts of its parts.
  private func checkStay(_ facts: Facts, from began: CivilDate, to ended: CivilDate) throws(UnwritableClaim) {
    guard fixed(facts, .visit) == "inpatient", policy.policy.stayAcrossYears?.settling.value == .byDays else { return }
    let year = BenefitYear(policy.policy.benefitYear.start)
    if year.start(of: began) != year.start(of: ended) { throw .stayOverTwoYears }
  }

  /// The visit before: at the same institution, ended on the day this one begins.
  private func unit(_ plan: CompiledPlan?, _ began: CivilDate, _ institution: String?) throws(UnwritableClaim)
    -> String
  {
    guard plan?.plan.merging != nil, let institution else { throw .unit }
    return JSONText.object([
      ("claim_id", text("earlier")), ("fixmedins_code", text(institution)), ("endtime", text("\(began)")),
    ])
  }

  private func fixed(_ facts: Facts, _ dimension: Dimension) -> String {
    let values = policy.space.values(of: dimension)
    guard values.indices.contains(facts[dimension]) else { return "" }
    return policy.space.fixedValue(of: values[facts[dimension]], in: dimension)
  }

  private func text(_ value: String) -> String { JSONText.string(value) }
}
