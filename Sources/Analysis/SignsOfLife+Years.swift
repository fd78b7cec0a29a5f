import PolicyModel
import Settlement
import Values

/// What shows in the course of a year: large and middling claims, again and again.
extension SignsOfLife {
  mutating func followYears(_ situations: [Situation], _ functions: [PlanFunction?]) {
    followYears(situations, functions, of: .inScope)
    if plan.goesByOutOfScope { followYears(situations, functions, of: .both) }
  }

  /// Each situation by itself, and then all that one person can be in.
  private mutating func followYears(_ situations: [Situation], _ functions: [PlanFunction?], of mix: ClaimMix) {
    var byPerson: [[Int32]: [Visit]] = [:]
    for (situation, function) in zip(situations, functions) where situation.ordinal == 1 {
      if isComplete { return }
      guard let function else { continue }
      let amounts = self.amounts(of: function).sorted()
      // Where every layer that such claims come to is alive, their years show nothing new.
      if function.layers.contains(where: { !isAlive(layer: $0.layer) }) {
        for amount in amounts.suffix(2).reversed() + [amounts[amounts.count / 2]] {
          if isComplete { return }
          followYear([Visit(situation: situation, amount: amount, mix: mix)])
        }
      }
      if let largest = amounts.last {
        byPerson[situation.person, default: []] += situation.withLikeDiseases.map {
          Visit(situation: $0, amount: largest, mix: mix)
        }
      }
    }
    for visits in byPerson.values where visits.count > 1 && !isComplete { followYear(visits) }
  }

  /// A claim that is made again and again.
  private struct Visit {
    let situation: Situation
    let amount: Fen
    let mix: ClaimMix
  }

  private mutating func followYear(_ visits: [Visit]) {
    guard let policy = visits.first?.situation.policy,
      var accounts = visits.first?.situation.emptyYear.map({ Exact($0) })
    else { return }
    let periods = YearCalendar(policy.accounts).periods
    var last: (begun: [Int], growth: [Exact]) = ([], [])
    var next = 0
    while next < periods.count {
      let begun = periods[next]
      for index in begun { accounts[index] = .zero }
      let before = accounts
      let room = followPeriod(visits, &accounts)
      if isComplete { return }
      guard let growth = try? zip(accounts, before).map({ try $0.subtracting($1) }) else { return }
      next += 1
      // Periods that add the same again and again are taken many at once, as claims are.
      if begun == last.begun, growth == last.growth {
        let alike = periods[next...].prefix { $0 == begun }.count
        // What begins anew never fills up.
        let lasting = growth.indices.map { begun.contains($0) ? .zero : growth[$0] }
        if let leap = Leap(by: lasting, room: room, atMost: alike), let grown = leap.end(from: accounts) {
          accounts = grown
          next += leap.times
        }
      }
      last = (begun, growth)
    }
  }

  /// So many claims between two points at which short periods begin anew, unless nothing is left to change before.
  private static let claimsOfAPeriod = 60

  /// So many claims more than anybody makes in a year.
  private static let claimsAtOnce = 1000

  /// - Returns: what is left by account before the rules decide in another way, as the last claims found it.
  private mutating func followPeriod(_ visits: [Visit], _ accounts: inout [Exact]) -> [Int: Exact] {
    var lastGrowth: [Exact] = []
    var room: [Int: Exact] = [:]
    for _ in 0..<max(4, SignsOfLife.claimsOfAPeriod / visits.count) {
      let before = accounts
      var found: [Int: Exact] = [:]
      for visit in visits {
        guard let after = look(at: visit.situation, visit.amount, of: visit.mix, accounts) else { continue }
        for layer in after.layers { layer.noteRoom(in: visit.situation, holding: accounts, &found) }
        accounts = after.accounts
      }
      room = found
      guard let growth = try? zip(accounts, before).map({ try $0.subtracting($1) }),
        differs(accounts, before, visits[0].situation.policy)
      else { return room }
      // What grows by the same again and again is taken many times at once, up to just before something changes.
      if growth == lastGrowth, let leap = Leap(by: growth, room: room, atMost: SignsOfLife.claimsAtOnce),
        let grown = leap.end(from: accounts)
      {
        accounts = grown
      }
      lastGrowth = growth
    }
    return room
  }

  /// Whether anything but the number of stays changed.
  private func differs(_ after: [Exact], _ before: [Exact], _ policy: CompiledPolicy) -> Bool {
    zip(policy.accounts, zip(after, before)).contains { !$0.measure.isCount && $1.0 != $1.1 }
  }
}

/// The same growth many times at once.
private struct Leap {
  private let growth: [Exact]
  let times: Int

  /// Nil when something changes before long.
  ///
  /// - Parameter room: what is left by account before the rules decide in another way.
  init?(by growth: [Exact], room: [Int: Exact], atMost most: Int) {
    var times = Int128(most)
    for (account, left) in room where growth[account].numerator > 0 {
      guard let share = try? left.divided(by: growth[account]) else { return nil }
      times = min(times, share.numerator / share.denominator - 2)
    }
    guard times > 0 else { return nil }
    self.growth = growth
    self.times = Int(times)
  }

  func end(from accounts: [Exact]) -> [Exact]? {
    guard let times = try? Exact(Int128(times), over: 1) else { return nil }
    return try? zip(accounts, growth).map { try $0.adding($1.multiplied(by: times)) }
  }
}

/// When accounts begin anew in a year of 360 days.
private struct YearCalendar {
  /// By period the accounts that begin anew with it, as indices; the first begins with the year.
  let periods: [[Int]]

  init(_ accounts: [Account]) {
    periods = (0..<360).compactMap { day in
      let begun = accounts.indices.filter { accounts[$0].period.begins(onDay: day) }
      return begun.isEmpty && day > 0 ? nil : begun
    }
  }
}

extension Period {
  /// Whether an account of this period starts anew on a day of a year of 360 days.
  fileprivate func begins(onDay day: Int) -> Bool {
    switch self {
    case .day: true
    case .month: day % 30 == 0
    case .quarter: day % 90 == 0
    case .cycle(let days): day % max(1, days) == 0
    case .year, .settlement: false
    }
  }
}

extension LayerResult<Exact> {
  /// The least that caps with an account leave, and that lies before the next column, by account.
  fileprivate func noteRoom(in situation: Situation, holding accounts: [Exact], _ room: inout [Int: Exact]) {
    func note(_ left: Exact, _ account: Int) { room[account] = (try? room[account]?.lesser(of: left)) ?? left }
    let rules = situation.plan.layers[layer]
    for (number, cap) in rules.caps.enumerated() {
      let account = cap.account.account(for: situation.facts)
      if account >= 0, let left = self.room[number] { note(left, account) }
    }
    let account = rules.ratio.account.account(for: situation.facts)
    guard account >= 0 else { return }
    for end in rules.ratio.ends where end != .max {
      guard let left = try? Exact(end).subtracting(accounts[account]), left.numerator > 0 else { continue }
      note(left, account)
    }
  }
}

extension Situation {
  /// The same with each disease that is under the same rules and has accounts of its own: a person can have several.
  fileprivate var withLikeDiseases: [Situation] {
    let slot = Dimension.disease.slot
    let selectors = plan.selectors.filter { $0.slot == slot }
    guard let list = policy.space.diseases, facts[.disease] >= 0, !selectors.isEmpty else { return [self] }
    let deciding = plan.deciding
    let own = figures(by: deciding)
    var known = Set([selectors.map { $0.account(for: facts) }])
    var result = [self]
    for disease in list.diseases.indices.map({ $0 + list.groups.count }) {
      var facts = facts
      facts[.disease] = disease
      facts.diseases = [Int32(disease)]
      guard let other = try? Situation(policy, facts, ordinal: ordinal), other.plan === plan,
        other.figures(by: deciding) == own,
        known.insert(selectors.map { $0.account(for: facts) }).inserted
      else { continue }
      result.append(other)
    }
    return result
  }

  /// What stays the same for a person from one visit to the next.
  fileprivate var person: [Int32] {
    let own = [Dimension.insurance, .person, .age, .hardship].map(\.slot) + policy.space.attributes.map(\.slot)
    return own.map { facts.values[$0] }
  }
}
