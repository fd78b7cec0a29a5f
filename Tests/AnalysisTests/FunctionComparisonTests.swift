import TestSupport
import Testing
import Values

@testable import Analysis

/// What is read off functions is what looking at every single fen shows.
struct FunctionComparisonTests {
  /// Beyond every breakpoint that is drawn.
  private static let end: Int64 = 70

  @Test("the largest shortfall is the largest at any whole amount up to the end, the first of equals")
  func largestShortfall() throws {
    try Rounds.each(600) { random, note in
      let (first, second) = (try random.next(.any), try random.next(.any))
      let end = random.fraction(1...Self.end)
      let found = try Comparison.largestShortfall(of: first.function(), below: second.function(), upTo: end)
      var wanted: (value: Exact, at: Int64)?
      for amount in 0...Self.end where try !end.isLess(than: Exact(amount)) {
        let value = try second.value(at: Exact(amount)).subtracting(first.value(at: Exact(amount)))
        guard value.numerator > 0 else { continue }
        if let known = wanted, try !known.value.isLess(than: value) { continue }
        wanted = (value, amount)
      }
      #expect(found?.count == wanted?.at, "\(note) up to \(end): \(first); \(second)")
    }
  }

  @Test("a function that comes below another far beyond the last breakpoint is found")
  func shortfallFarBeyond() throws {
    // 80 % from the first fen, against 81 % above 1 300 yuan that pays more from 105 300 yuan on.
    let lower = try PiecewiseLinear.identity.times(Exact(80, over: 100))
    let higher = try PiecewiseLinear.identity.subtracting(.constant(Exact(130_000))).notBelowZero()
      .times(Exact(81, over: 100))
    for deductible in [Int64(1), 1_300, 10_000, 1_000_000] {
      let higher = try PiecewiseLinear.identity.subtracting(.constant(Exact(deductible * 100))).notBelowZero()
        .times(Exact(81, over: 100))
      let found = try #require(try Comparison.largestShortfall(of: lower, below: higher), "\(deductible)")
      #expect(try lower.value(at: Exact(found)).isLess(than: higher.value(at: Exact(found))), "\(deductible)")
    }
    #expect(try Comparison.largestShortfall(of: higher, below: lower) != nil)
    #expect(try Comparison.largestShortfall(of: lower, below: lower) == nil)
    // Nearer and nearer is not below.
    let near = try lower.subtracting(.constant(Exact(1)))
    #expect(try Comparison.largestShortfall(of: lower, below: near) == nil)
  }

  @Test("the largest reduction of the share is the largest at any whole amount")
  func shareReduction() throws {
    try Rounds.each(600) { random, note in
      let from = try random.next(.notNegative)
      var to = try random.next(.notNegative)
      // What is lost stays the same from some amount on, so that looking at small amounts is enough.
      let last = to.stretches.removeLast()
      to.stretches.append(
        .init(start: last.start, value: last.value, slope: from.stretches[from.stretches.count - 1].slope))
      let found = try ShareReduction.largest(from: from.function(), to: to.function())
      var wanted = Exact.zero
      for amount in 1...Self.end {
        let lost = try from.value(at: Exact(amount)).subtracting(to.value(at: Exact(amount)))
        wanted = try wanted.greater(of: lost.divided(by: Exact(amount)))
      }
      let text = "\(note): \(from); \(to)"
      #expect(found.points == wanted, "\(text)")
      if wanted != .zero {
        let lost = try from.value(at: Exact(found.at)).subtracting(to.value(at: Exact(found.at)))
        #expect(try lost.divided(by: Exact(found.at)) == wanted, "\(text)")
      }
    }
  }

  @Test("a reduction that only large expenses come near is found, whatever it begins at")
  func shareReductionFarBeyond() throws {
    // 12 points of what lies above a deductible: more than 10 points of all from six times the deductible on.
    for deductible in [Int64(100), 1_000, 30_000, 1_000_000] {
      let above = try PiecewiseLinear.identity.subtracting(.constant(Exact(deductible * 100))).notBelowZero()
      let from = try above.times(Exact(80, over: 100))
      let found = try ShareReduction.largest(from: from, to: above.times(Exact(68, over: 100)))
      #expect(try Exact(10, over: 100).isLess(than: found.points), "\(deductible): \(found)")
      #expect(try found.points.isLess(than: Exact(12, over: 100)), "\(deductible): \(found)")
    }
  }

  @Test(
    "every whole amount at which it falls, grows too fast or jumps lies in a fault of that kind, and each fault shows")
  func faults() throws {
    try Rounds.each(600) { random, note in
      let parts = try random.next(.any, whole: true)
      let faults = try FunctionFault.all(of: parts.function())
      func isCovered(_ amount: Int64, _ kinds: [FunctionFault.Kind]) -> Bool {
        faults.contains { kinds.contains($0.kind) && $0.from.count <= amount && amount + 1 <= $0.to.count }
      }
      for amount in 0..<Self.end {
        let before = try parts.value(at: Exact(amount))
        let change = try parts.value(at: Exact(amount + 1)).subtracting(before)
        let text = "\(note) at \(amount): \(parts)"
        if change.isNegative { #expect(isCovered(amount, [.falls]), "\(text)") }
        if try Exact.one.isLess(than: change) { #expect(isCovered(amount, [.jumps, .steep]), "\(text)") }
      }
      for fault in faults { #expect(try shows(fault, parts), "\(note) \(fault): \(parts)") }
    }
  }

  private func shows(_ fault: FunctionFault, _ parts: Stretches) throws -> Bool {
    let from = Exact(fault.from)
    let above = try parts.limit(above: from)
    let grown = try parts.value(at: Exact(fault.to)).subtracting(above)
    switch fault.kind {
    case .jumps: return try parts.value(at: from).isLess(than: above)
    case .steep: return try Exact(fault.to).subtracting(from).isLess(than: grown)
    case .falls: return try above.isLess(than: parts.value(at: from)) || grown.isNegative
    }
  }

  @Test("what rises by at most the expense and never jumps has no fault")
  func faultless() throws {
    let capped = try PiecewiseLinear.identity.times(Exact(9, over: 10)).lesser(of: .constant(Exact(7, over: 3)))
    #expect(try FunctionFault.all(of: capped).isEmpty)
    #expect(try FunctionFault.all(of: .identity).isEmpty)
    let steep = try FunctionFault.all(of: PiecewiseLinear.identity.times(Exact(11, over: 10)))
    #expect(steep.map(\.kind) == [.steep])
  }
}
