import TestSupport
import Testing
import Values

@testable import Analysis

/// What columns pay is what going along them pays.
struct ColumnFunctionTests {
  private struct Columns: CustomStringConvertible {
    var ends: [Int64] = []
    var rates: [Exact] = []
    var measuresPaid = false

    init(_ random: inout RandomStretches) {
      measuresPaid = random.chance(1, of: 2)
      var end: Int64 = 0
      for _ in 0..<Int.random(in: 0...4, using: &random.generator) {
        end += Int64.random(in: 1...9, using: &random.generator)
        ends.append(end)
      }
      ends.append(.max)
      rates = ends.map { _ in random.chance(1, of: 6) ? .zero : random.fraction(0...1, over: 5) }
    }

    var function: ColumnFunction { ColumnFunction(ends: ends, rates: rates, measuresPaid: measuresPaid) }

    /// What each column pays for an expense, going along them one after the other.
    func parts(of expense: Exact) throws -> [Exact] {
      var rest = expense
      var lower: Int64 = 0
      return try zip(ends, rates).map { end, rate in
        var length = rest
        if end != .max {
          // How much expense the column takes.
          if !measuresPaid { length = try rest.lesser(of: Exact(end - lower)) }
          if measuresPaid, rate != .zero { length = try rest.lesser(of: Exact(end - lower).divided(by: rate)) }
          lower = end
        }
        rest = try rest.subtracting(length)
        return try length.multiplied(by: rate)
      }
    }

    var description: String { "\(measuresPaid ? "paid" : "expense") \(ends) \(rates)" }
  }

  @Test("all columns together and each by itself pay what a walk along them pays")
  func walk() throws {
    try Rounds.each(600) { random, note in
      let columns = Columns(&random)
      let paid = try columns.function.paid()
      let parts = try columns.function.parts()
      for expense in try random.samples(around: paid.breakpoints + columns.ends.dropLast().map { Exact($0) }) {
        let walked = try columns.parts(of: expense)
        let text = "\(note) \(columns) at \(expense)"
        var sum = Exact.zero
        for part in walked { sum = try sum.adding(part) }
        #expect(try paid.value(at: expense) == sum, "\(text)")
        for (part, amount) in zip(parts, walked) { #expect(try part.value(at: expense) == amount, "\(text)") }
      }
    }
  }

  @Test("what is paid rises from nothing by the rate of each column, and never jumps")
  func shape() throws {
    try Rounds.each { random, note in
      let columns = Columns(&random)
      let paid = try columns.function.paid()
      #expect(paid.atZero == .zero, "\(note) \(columns)")
      #expect(try paid.jumps().isEmpty, "\(note) \(columns)")
      #expect(paid.pieces.allSatisfy { columns.rates.contains($0.slope) }, "\(note) \(columns)")
    }
  }
}
