/// An amount of money in whole fen (1/100 yuan). Never a fraction: fractions live in ``Exact`` until they are rounded.
package struct Fen: Hashable, Comparable, Sendable {
  package let count: Int64

  package init(_ count: Int64) { self.count = count }

  package static let zero = Fen(0)

  /// The largest amount the national platform's fields can hold, `numeric(16,2)`.
  package static let largest = Fen(9_999_999_999_999_999)

  package static func < (left: Fen, right: Fen) -> Bool { left.count < right.count }

  /// The sum.
  /// - Throws: ``ArithmeticOverflow`` instead of trapping.
  package func adding(_ other: Fen) throws(ArithmeticOverflow) -> Fen {
    let (sum, overflow) = count.addingReportingOverflow(other.count)
    if overflow { throw ArithmeticOverflow() }
    return Fen(sum)
  }

  /// The difference.
  /// - Throws: ``ArithmeticOverflow`` instead of trapping.
  package func subtracting(_ other: Fen) throws(ArithmeticOverflow) -> Fen {
    let (difference, overflow) = count.subtractingReportingOverflow(other.count)
    if overflow { throw ArithmeticOverflow() }
    return Fen(difference)
  }
}

extension Fen: CustomStringConvertible {
  /// Yuan with two decimals, `1300.00`.
  package var description: String {
    // A sign, at most 17 digits, a point and two more.
    String(unsafeUninitializedCapacity: 24) { text in
      var start = text.count
      var rest = count.magnitude
      var digits = 0
      while digits < 3 || rest > 0 {
        if digits == 2 {
          start -= 1
          text[start] = UInt8(ascii: ".")
        }
        start -= 1
        text[start] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
        digits += 1
      }
      if count < 0 {
        start -= 1
        text[start] = UInt8(ascii: "-")
      }
      let length = text.count - start
      for offset in 0..<length { text[offset] = text[start + offset] }
      return length
    }
  }

  /// Yuan for people: thousands separated, `1,300.00`.
  package var grouped: String { Fen.grouped(description) }

  /// Yuan with two decimals, `-1300.00`, with its thousands separated.
  package static func grouped(_ yuan: String) -> String {
    let whole = yuan.drop { $0 == "-" }.dropLast(3)
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return yuan.prefix { $0 == "-" } + grouped + yuan.suffix(3)
  }
}

/// A result does not fit: thrown where plain arithmetic would stop the program.
package struct ArithmeticOverflow: Error, Hashable, Sendable {
  package init() {}
}
