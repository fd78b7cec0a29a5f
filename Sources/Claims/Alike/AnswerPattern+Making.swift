import Findings
import PolicyModel
import Settlement
import Values

extension AnswerPattern {
  /// How ``SettlementWriter`` writes what claims like this one come to.
  init(_ task: SettlementTask, catalogue: Catalogue) {
    var maker = AnswerPatternMaker(task, catalogue)
    maker.addIdentity()
    maker.addAmounts()
    maker.addAccounts()
    maker.addRules()
    self = maker.pattern
  }
}

private struct AnswerPatternMaker {
  private let task: SettlementTask
  private let catalogue: Catalogue
  private var text: [UInt8] = []
  private var start = 0
  private var pieces: [AnswerPattern.Piece] = []
  private var details: [Range<Int>] = []
  private var bases: [Range<Int>] = []

  init(_ task: SettlementTask, _ catalogue: Catalogue) {
    self.task = task
    self.catalogue = catalogue
  }

  var pattern: AnswerPattern {
    AnswerPattern(text: text, pieces: pieces, end: start..<text.count, details: details, bases: bases)
  }

  private mutating func add(_ words: String) { text += Array(words.utf8) }

  private mutating func add(_ gap: AnswerPattern.Gap) {
    pieces.append(AnswerPattern.Piece(text: start..<text.count, gap: gap))
    start = text.count
  }

  /// Text that stands apart from the rest; nothing may wait to be put before a gap.
  private mutating func apart(_ words: String) -> Range<Int> {
    let first = text.count
    add(words)
    start = text.count
    return first..<text.count
  }

  private mutating func add(_ name: String, _ gap: AnswerPattern.Gap) {
    add(JSONText.string(name) + ": ")
    add(gap)
  }

  mutating func addIdentity() {
    // Everything apart comes first: what waits to be put before a gap must not be torn.
    addDetailTexts()
    addBases()
    add("{")
    if task.claim.id != nil { addText("claim_id", .id) }
    if task.claim.person != nil { addText("psn_no", .person) }
  }

  private mutating func addText(_ name: String, _ gap: AnswerPattern.Gap) {
    add(JSONText.string(name) + ": \"")
    add(gap)
    add("\", ")
  }

  private mutating func addDetailTexts() {
    let isEmployee = catalogue.value(of: task.claim.insurance.text, in: .insurance) == "employee"
    var known: [String: Range<Int>] = [:]
    for layer in task.compiledPlan.layers {
      guard let codes = catalogue.funds[layer.layer.fund] else {
        details.append(0..<0)
        continue
      }
      let code = isEmployee ? codes.employee : codes.resident
      let range = known[code] ?? apart("{\"fund_pay_type\": \(JSONText.string(code)), \"fund_payamt\": ")
      known[code] = range
      details.append(range)
    }
  }

  private mutating func addBases() {
    for basis in Basis.allCases.sorted() { bases.append(apart(SettlementWriter.rules(task.rules, basis: basis))) }
  }

  mutating func addAmounts() {
    add("\"setlinfo\": {")
    for (index, field) in SettlementFormat.amountFields.enumerated() {
      if index > 0 { add(", ") }
      addTotal(field.name)
    }
    add("}, \"setldetail\": [")
    add(.details)
    add("], \"layers\": {")
    for (index, layer) in task.compiledPlan.layers.enumerated() {
      if index > 0 { add(", ") }
      add(layer.layer.id, .layers(1 << UInt8(index)))
    }
    add("}, \"personal\": {")
    let gaps: [AnswerPattern.Gap] = [.outOfScope, .nonLocalSelfPay, .deductible, .overCap, .ratioShare]
    for (index, (field, gap)) in zip(SettlementFormat.personalFields, gaps).enumerated() {
      if index > 0 { add(", ") }
      add(field.name, gap)
    }
    let standing = task.rules.compiled.space.values(of: .standing)[task.facts[.standing]]
    add("}, \"plan\": \(JSONText.string(task.compiledPlan.plan.name)), \"standing\": \(JSONText.string(standing))")
  }

  private mutating func addTotal(_ name: String) {
    switch name {
    case "medfee_sumamt": add(name, .total)
    case "fulamt_ownpay_amt": add(name, .fullySelfPaid)
    case "overlmt_selfpay": add(name, .overLimit)
    case "preselfpay_amt": add(name, .firstSelfPay)
    case "inscp_scp_amt": add(name, .inScope)
    case "act_pay_dedc": add(name, .deductibleCharged)
    case "fund_pay_sumamt": add(name, .funds)
    case "psn_part_amt": add(name, .personTotal)
    default:
      let layers = task.compiledPlan.layers.indices.filter {
        catalogue.funds[task.compiledPlan.layers[$0].layer.fund]?.field == name
      }
      if layers.isEmpty {
        add("\(JSONText.string(name)): \(Fen.zero)")
      } else {
        add(name, .layers(layers.reduce(0) { $0 | 1 << UInt8($1) }))
      }
    }
  }

  /// As ``AccountList`` lists them.
  mutating func addAccounts() {
    add(", \"accounts\": {")
    let all = task.rules.compiled.accounts
    var begun: Set<String> = []
    var isFirst = true
    for index in task.known {
      let account = all[index]
      let name = JSONText.string(account.name) + ": "
      let gap: AnswerPattern.Gap = account.measure.isCount ? .count(index) : .amount(index)
      let family = account.family.flatMap { isComplete($0) ? $0 : nil }
      let isLaterOfFamily = family.map { !begun.insert($0).inserted } ?? false
      if !isFirst, !isLaterOfFamily { add(", ") }
      isFirst = false
      guard let family else {
        add(account.name, gap)
        continue
      }
      let words = isLaterOfFamily ? (", " + name, "") : (name, ", ")
      addUnlessNone(index, account, words)
      if !isLaterOfFamily { add("\(JSONText.string("\(family).*")): \(AccountList.text(0, of: account))") }
    }
    add("}")
  }

  /// The texts stand between the piece before and the next one.
  private mutating func addUnlessNone(_ index: Int, _ account: Account, _ words: (before: String, after: String)) {
    let fixed = start..<text.count
    let before = apart(words.before)
    let after = apart(words.after)
    let gap = AnswerPattern.Gap.unlessNone(index, isCount: account.measure.isCount, before: before, after: after)
    pieces.append(AnswerPattern.Piece(text: fixed, gap: gap))
  }

  /// Whether all accounts of a family are known.
  private func isComplete(_ family: String) -> Bool {
    let all = task.rules.compiled.accounts
    return task.known.count { all[$0].family == family } == all.count { $0.family == family }
  }

  mutating func addRules() {
    add(", \"rules\": ")
    add(.basis)
    add("}\n")
  }
}
