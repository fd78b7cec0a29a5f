import TestSupport
import Testing
import Values

@testable import Analysis

/// Every operation on exact functions gives, at each point, what the operation gives for the values there.
struct PiecewiseLinearTests {
  /// Compares a function with what it should be, at the breakpoints of all that take part, beside and between them.
  private func compare(
    _ function: PiecewiseLinear, _ parts: [Stretches], _ random: inout RandomStretches, _ note: String,
    _ expected: (Exact) throws -> Exact
  ) throws {
    for point in try random.samples(around: parts.flatMap(\.starts) + function.breakpoints) {
      let found = try function.value(at: point)
      let wanted = try expected(point)
      #expect(found == wanted, "\(note) at \(point): \(parts)")
    }
  }

  @Test("a function has the value of its piece, at a breakpoint that of the piece below, and its limits from above")
  func values() throws {
    try Rounds.each { random, note in
      let parts = try random.next(.any)
      let function = try parts.function()
      try compare(function, [parts], &random, note) { try parts.value(at: $0) }
      for point in try random.samples(around: parts.starts) {
        #expect(try function.limit(above: point) == parts.limit(above: point), "\(note) above \(point): \(parts)")
      }
    }
  }

  @Test("a sum, a difference and a multiple are those of the values")
  func sums() throws {
    try Rounds.each { random, note in
      let (first, second) = (try random.next(.any), try random.next(.any))
      let (left, right) = (try first.function(), try second.function())
      let factor = random.fraction(-3...3)
      try compare(left.adding(right), [first, second], &random, note + " sum") {
        try first.value(at: $0).adding(second.value(at: $0))
      }
      try compare(left.subtracting(right), [first, second], &random, note + " difference") {
        try first.value(at: $0).subtracting(second.value(at: $0))
      }
      try compare(left.times(factor), [first], &random, note + " times \(factor)") {
        try first.value(at: $0).multiplied(by: factor)
      }
    }
  }

  @Test("the lesser and the greater of two functions are those of their values")
  func bounds() throws {
    try Rounds.each { random, note in
      let (first, second) = (try random.next(.any), try random.next(.any))
      let (left, right) = (try first.function(), try second.function())
      try compare(left.lesser(of: right), [first, second], &random, note + " lesser") {
        try first.value(at: $0).lesser(of: second.value(at: $0))
      }
      try compare(left.greater(of: right), [first, second], &random, note + " greater") {
        try first.value(at: $0).greater(of: second.value(at: $0))
      }
    }
  }

  @Test(
    "a function of a function has the outer one's value at the inner one's; falling onto a jump, the limit from above")
  func composition() throws {
    try Rounds.each(600) { random, note in
      let outer = try random.next(.any)
      let inner = try random.next(random.chance(1, of: 3) ? .neverFalling : .notNegative)
      let jumps = Set(try outer.function().jumps().map { $0.at })
      try compare(outer.function().of(inner.function()), [outer, inner], &random, note) { point in
        let position = try inner.value(at: point)
        // What falls comes from above, and a value at a point belongs to what lies before it.
        let comesFromAbove = try point != .zero && jumps.contains(position) && inner.falls(at: point)
        return try comesFromAbove ? outer.limit(above: position) : outer.value(at: position)
      }
    }
  }

  @Test("a function of a constant is constant")
  func compositionWithConstant() throws {
    try Rounds.each { random, note in
      let outer = try random.next(.any)
      for point in try random.samples(around: outer.starts) {
        let function = try outer.function().of(.constant(point))
        #expect(try function == .constant(outer.value(at: point)), "\(note) of \(point): \(outer)")
        #expect(try function.constantValue == outer.value(at: point), "\(note) of \(point): \(outer)")
      }
    }
  }

  @Test("the first point that reaches an amount reaches it, and none before does; at jumps and flat stretches too")
  func firstPoint() throws {
    try Rounds.each(600) { random, note in
      let parts = try random.next(.neverFalling, settles: random.chance(1, of: 2))
      let function = try parts.function()
      let inverse = try function.firstPoint()
      let most = try function.supremum()
      let critical = try parts.starts.flatMap { [try parts.value(at: $0), try parts.limit(above: $0)] }
      for amount in try random.samples(around: critical) {
        let text = "\(note) for \(amount): \(parts)"
        let point = try inverse.value(at: amount)
        if let most, try most.isLess(than: amount) {
          #expect(point == PiecewiseLinear.never, "\(text)")
          continue
        }
        #expect(try !parts.limit(above: point).isLess(than: amount), "\(text) found \(point)")
        for share in [0, 1, 7, 99] where point != .zero {
          let before = try point.multiplied(by: Exact(Int128(share), over: 100))
          #expect(try parts.value(at: before).isLess(than: amount), "\(text) found \(point), not before \(before)")
        }
      }
    }
  }

  @Test("the highest value up to a point is the highest of all before it")
  func highest() throws {
    try Rounds.each(600) { random, note in
      let parts = try random.next(.any)
      try compare(parts.function().highest(), [parts], &random, note) { point in
        var highest = try parts.atZero.greater(of: parts.value(at: point))
        for (index, stretch) in parts.stretches.enumerated() where try stretch.start.isLess(than: point) {
          highest = try highest.greater(of: stretch.value)
          guard index + 1 < parts.stretches.count, try parts.stretches[index + 1].start.isLess(than: point) else {
            continue
          }
          highest = try highest.greater(of: parts.value(at: parts.stretches[index + 1].start))
        }
        return highest
      }
    }
  }

  @Test("a choice is made by where the position lies, the threshold itself below")
  func choice() throws {
    try Rounds.each(600) { random, note in
      let position = try random.next(.neverFalling)
      let thresholds = try Set(random.points(random.chance(1, of: 2) ? 1 : 3)).sorted(by: random.less)
      var choices: [Stretches] = []
      for _ in 0...thresholds.count { choices.append(try random.next(.any)) }
      let function = try PiecewiseLinear.chosen(
        by: position.function(), thresholds, choices.map { try $0.function() })
      try compare(function, [position] + choices, &random, note + " thresholds \(thresholds)") { point in
        let reached = try position.value(at: point)
        let number = try thresholds.firstIndex { try !$0.isLess(than: reached) } ?? thresholds.count
        return try choices[number].value(at: point)
      }
    }
  }

  @Test("the least upper bound is the highest end of a stretch; there is none for what rises for ever")
  func supremum() throws {
    try Rounds.each { random, note in
      let parts = try random.next(.any, settles: random.chance(1, of: 2))
      let found = try parts.function().supremum()
      guard parts.stretches[parts.stretches.count - 1].slope.numerator <= 0 else {
        #expect(found == nil, "\(note): \(parts)")
        return
      }
      var ends = [parts.atZero] + parts.stretches.map(\.value)
      for start in parts.starts { ends.append(try parts.value(at: start)) }
      let highest = try ends.max(by: random.less)
      #expect(found == highest, "\(note): \(parts)")
    }
  }

  @Test("it jumps where value and limit differ, and nowhere else")
  func jumps() throws {
    try Rounds.each { random, note in
      let parts = try random.next(.any)
      let found = try parts.function().jumps()
      let wanted = try parts.starts.filter { try parts.value(at: $0) != parts.limit(above: $0) }
      #expect(found.map { $0.at } == wanted, "\(note): \(parts)")
      for jump in found {
        #expect(try jump.value == parts.value(at: jump.at), "\(note): \(parts)")
        #expect(try jump.above == parts.limit(above: jump.at), "\(note): \(parts)")
      }
    }
  }

  @Test("functions of equal values are equal, however they were made")
  func normalForm() throws {
    try Rounds.each { random, note in
      let (first, second) = (try random.next(.any), try random.next(.any))
      let (left, right) = (try first.function(), try second.function())
      #expect(try left.adding(right).subtracting(right) == left, "\(note): \(first), \(second)")
      #expect(try left.adding(right) == right.adding(left), "\(note): \(first), \(second)")
      #expect(try left.times(Exact(6)).times(Exact(1, over: 6)) == left, "\(note): \(first)")
      #expect(try left.lesser(of: right) == right.lesser(of: left), "\(note): \(first), \(second)")
      #expect(
        try left.lesser(of: right).adding(left.greater(of: right)) == left.adding(right), "\(note): \(first), \(second)"
      )
      #expect(try left.of(.identity) == left, "\(note): \(first)")
      #expect(try left.subtracting(left) == .constant(.zero), "\(note): \(first)")
      #expect(try (left == right) == (left.subtracting(right).constantValue == .zero), "\(note)")
      let cut = random.fraction(1...50)
      let again = try cutAt(cut, first).function()
      #expect(again == left && again.hashValue == left.hashValue, "\(note) cut at \(cut): \(first)")
    }
  }

  /// The same function with one more stretch.
  private func cutAt(_ point: Exact, _ parts: Stretches) throws -> Stretches {
    var stretches = parts.stretches.filter { $0.start != point }
    if stretches.count < parts.stretches.count { return parts }
    let index = try stretches.firstIndex { try point.isLess(than: $0.start) } ?? stretches.count
    stretches.insert(
      .init(start: point, value: try parts.limit(above: point), slope: stretches[index - 1].slope), at: index)
    return Stretches(atZero: parts.atZero, stretches: stretches)
  }

  @Test("numbers that do not fit are refused, never wrapped")
  func overflow() throws {
    let large = PiecewiseLinear.constant(try Exact(Int128.max - 1, over: 1))
    #expect(throws: ArithmeticOverflow.self) { try large.adding(large) }
    #expect(throws: ArithmeticOverflow.self) { try large.times(Exact(3)) }
    let fine = try PiecewiseLinear(
      atZero: .zero, [.init(from: .zero, value: .zero, slope: Exact(1, over: Int128.max - 1))])
    #expect(throws: ArithmeticOverflow.self) { try fine.adding(.identity.times(Exact(1, over: Int128.max - 4))) }
  }
}
