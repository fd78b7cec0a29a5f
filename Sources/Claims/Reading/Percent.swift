import Values

/// An exact ratio as a percentage for people.
package enum Percent {
  static func text(_ ratio: Exact) -> String {
    let number = number(ratio)
    return number.contains("/") ? number : number + "%"
  }

  /// Without the sign: percentage points.
  package static func number(_ ratio: Exact) -> String {
    guard let percent = try? ratio.multiplied(by: Exact(100)) else { return "\(ratio)" }
    return Yuan.decimal(percent, shift: 0, minimum: 0)
  }
}
