import TestSupport
import Testing
import Values

@Suite("rounding to whole units")
struct RoundingTests {
  /// Quarters of a fen, and what each mode makes of them.
  @Test(
    "each mode treats what lies below the fen as it says, negatives as mirror images",
    arguments: [
      (.halfUp, [(1, 0), (2, 1), (3, 1), (4, 1), (6, 2), (10, 3), (-1, 0), (-2, -1), (-6, -2)]),
      (.halfEven, [(1, 0), (2, 0), (3, 1), (4, 1), (6, 2), (10, 2), (-1, 0), (-2, 0), (-6, -2), (-10, -2)]),
      (.down, [(1, 0), (2, 0), (3, 0), (4, 1), (7, 1), (-1, 0), (-3, 0), (-4, -1)]),
      (.up, [(0, 0), (1, 1), (2, 1), (4, 1), (5, 2), (-1, -1), (-4, -1), (-5, -2)]),
    ] as [(RoundingMode, [(Int, Int64)])])
  func quarters(mode: RoundingMode, rows: [(Int, Int64)]) throws {
    for (quarters, expected) in rows {
      let amount = try Exact(Int128(quarters), over: 4)
      #expect(try Rounding(mode: mode, unit: 1)(amount) == Fen(expected), "\(mode) of \(amount)")
    }
  }

  @Test("to jiao and yuan the result is a multiple of the unit, also of whole fen")
  func units() throws {
    #expect(try Rounding(mode: .halfUp, unit: 10)(Exact(125)) == Fen(130))
    #expect(try Rounding(mode: .halfEven, unit: 10)(Exact(125)) == Fen(120))
    #expect(try Rounding(mode: .down, unit: 10)(Exact(129)) == Fen(120))
    #expect(try Rounding(mode: .up, unit: 10)(Exact(121)) == Fen(130))
    #expect(try Rounding(mode: .halfUp, unit: 100)(Exact(149)) == Fen(100))
    #expect(try Rounding(mode: .halfUp, unit: 100)(Exact(-150)) == Fen(-200))
    #expect(try Rounding(mode: .up, unit: 100)(Exact(1, over: 1000)) == Fen(100))
    #expect(try Rounding(mode: .down, unit: 100)(Exact(200)) == Fen(200))
  }

  @Test("without a rule of the region it is half up to the fen")
  func standard() {
    #expect(Rounding.halfUpToFen == Rounding(mode: .halfUp, unit: 1))
  }

  @Test("an amount too large for fen is thrown")
  func tooLarge() throws {
    let beyond = try Exact(Int128(Int64.max) + 1, over: 1)
    #expect(throws: ArithmeticOverflow()) { try Rounding.halfUpToFen(beyond) }
    #expect(throws: ArithmeticOverflow()) { try Rounding(mode: .up, unit: 100)(Exact(.max)) }
    #expect(throws: ArithmeticOverflow()) { try Rounding(mode: .halfUp, unit: 10)(Exact(1, over: .max)) }
  }

  @Test("every mode and unit agrees with an independent reference", arguments: RoundingMode.allCases)
  func reference(mode: RoundingMode) throws {
    let seed: UInt64 = 4242
    print("seed \(seed), rounding \(mode.rawValue)")
    var generator = SeededGenerator(seed: seed)
    for unit in [1, 10, 100] {
      for _ in 0..<5000 {
        let top = Int.random(in: -50_000...50_000, using: &generator)
        let bottom = Int.random(in: 1...40, using: &generator)
        let amount = try Exact(Int128(top), over: Int128(bottom))
        let expected = RoundingReference.rounded(top, over: bottom, to: unit, mode)
        let found = try Rounding(mode: mode, unit: Int64(unit))(amount)
        #expect(found.count == Int64(expected), "seed \(seed): \(top)/\(bottom) to \(unit), \(mode)")
      }
    }
  }
}

/// Rounds by looking at the two neighbouring multiples and their distances.
private enum RoundingReference {
  static func rounded(_ top: Int, over bottom: Int, to unit: Int, _ mode: RoundingMode) -> Int {
    let magnitude = abs(top)
    let near = magnitude / (bottom * unit) * unit
    let far = near + unit
    let toNear = magnitude - near * bottom
    let toFar = far * bottom - magnitude
    let chosen: Int
    switch mode {
    case .down: chosen = near
    case .up: chosen = toNear == 0 ? near : far
    case .halfUp: chosen = toNear < toFar ? near : far
    case .halfEven:
      let even = (near / unit).isMultiple(of: 2) ? near : far
      chosen = toNear == toFar ? even : (toNear < toFar ? near : far)
    }
    return top < 0 ? -chosen : chosen
  }
}
