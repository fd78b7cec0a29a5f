import TestSupport
import Values

@testable import Analysis

/// A function told stretch by stretch and evaluated by looking through them: what exact functions are compared with.
struct Stretches: CustomStringConvertible {
  struct Stretch {
    let start: Exact
    /// Just above `start`.
    let value: Exact
    let slope: Exact
  }

  var atZero: Exact
  var stretches: [Stretch]

  func value(at point: Exact) throws -> Exact {
    if point == .zero { return atZero }
    var found = stretches[0]
    for stretch in stretches where try stretch.start.isLess(than: point) { found = stretch }
    return try found.value.adding(point.subtracting(found.start).multiplied(by: found.slope))
  }

  func limit(above point: Exact) throws -> Exact {
    var found = stretches[0]
    for stretch in stretches where try !point.isLess(than: stretch.start) { found = stretch }
    return try found.value.adding(point.subtracting(found.start).multiplied(by: found.slope))
  }

  /// Whether it falls on the stretch that a point lies on.
  func falls(at point: Exact) throws -> Bool {
    var found = stretches[0]
    for stretch in stretches where try stretch.start.isLess(than: point) { found = stretch }
    return found.slope.isNegative
  }

  var starts: [Exact] { stretches.map(\.start) }

  func function() throws -> PiecewiseLinear {
    try PiecewiseLinear(atZero: atZero, stretches.map { .init(from: $0.start, value: $0.value, slope: $0.slope) })
  }

  var description: String {
    "\(atZero) at 0" + stretches.map { ", from \($0.start) \($0.value) by \($0.slope)" }.joined()
  }
}

/// Random functions with breakpoints, values and slopes in small fractions.
struct RandomStretches {
  enum Shape {
    case any
    /// Never negative, as what another function is taken of.
    case notNegative
    case neverFalling
    /// Never negative, without jumps.
    case continuous
  }

  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func fraction(_ range: ClosedRange<Int64>, over most: Int64 = 4) -> Exact {
    let denominator = Int64.random(in: 1...most, using: &generator)
    let numerator = Int64.random(
      in: (range.lowerBound * denominator)...(range.upperBound * denominator), using: &generator)
    return (try? Exact(Int128(numerator), over: Int128(denominator))) ?? .zero
  }

  mutating func chance(_ times: Int, of all: Int) -> Bool { Int.random(in: 0..<all, using: &generator) < times }

  mutating func points(_ count: Int, upTo most: Int64 = 40) throws -> [Exact] {
    try (0..<count).map { _ in fraction(0...most) }.sorted(by: less)
  }

  func less(_ first: Exact, _ second: Exact) throws -> Bool { try first.isLess(than: second) }

  /// - Parameter whole: breakpoints are whole numbers.
  mutating func next(_ shape: Shape, whole: Bool = false, settles: Bool = false) throws -> Stretches {
    var starts: Set<Exact> = []
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      starts.insert(whole ? Exact(Int64.random(in: 1...40, using: &generator)) : fraction(0...40))
    }
    let sorted = try ([Exact.zero] + starts.filter { $0 != .zero }).sorted(by: less)
    var result: [Stretches.Stretch] = []
    let isLow = shape == .any
    let atZero = fraction((isLow ? -10 : 0)...10)
    var reached = atZero
    for (index, start) in sorted.enumerated() {
      let isLast = index == sorted.count - 1
      if shape != .continuous, chance(1, of: 3) {
        reached = try jump(from: reached, shape)
      }
      var slope = chance(1, of: 4) ? .zero : fraction(-2...2)
      if shape == .neverFalling || (isLast && shape != .any) { slope = try slope.greater(of: slope.negated) }
      if isLast && settles { slope = .zero }
      if shape != .any, !isLast, slope.isNegative {
        // It must not come below zero before the next stretch.
        let width = try sorted[index + 1].subtracting(start)
        slope = try slope.greater(of: reached.divided(by: width).negated)
      }
      result.append(.init(start: start, value: reached, slope: slope))
      if !isLast { reached = try reached.adding(sorted[index + 1].subtracting(start).multiplied(by: slope)) }
    }
    return Stretches(atZero: atZero, stretches: result)
  }

  private mutating func jump(from value: Exact, _ shape: Shape) throws -> Exact {
    switch shape {
    case .any: return fraction(-20...20)
    case .neverFalling: return try value.adding(fraction(0...6))
    case .notNegative, .continuous: return fraction(0...20)
    }
  }

  /// Each given point, just beside it, halfway to the next, and a few others.
  mutating func samples(around points: [Exact]) throws -> [Exact] {
    let beside = try Exact(1, over: 97)
    let sorted = try (points + [.zero]).sorted(by: less)
    var samples: Set<Exact> = [.zero]
    for (index, point) in sorted.enumerated() {
      let next = index + 1 < sorted.count ? sorted[index + 1] : try point.adding(Exact(30))
      samples.formUnion([point, try point.adding(beside), try point.subtracting(beside)])
      samples.insert(try point.adding(next).divided(by: Exact(2)))
    }
    for _ in 0..<4 { samples.insert(fraction(0...90, over: 7)) }
    return try samples.filter { !$0.isNegative }.sorted(by: less)
  }
}

/// The seed of these tests; each failure tells it with the round.
enum Rounds {
  static let seed: UInt64 = 20_241_122
  static let count = 300

  /// Each round draws from a seed of its own, so that it can be repeated alone.
  static func each(_ count: Int = Rounds.count, _ body: (inout RandomStretches, String) throws -> Void) rethrows {
    for round in 0..<count {
      var random = RandomStretches(seed: seed &+ UInt64(round))
      try body(&random, "seed \(seed) round \(round)")
    }
  }
}
