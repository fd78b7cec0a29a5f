/// A part of a whole, as people read it.
package enum Share {
  /// `70.25%`, half up to the hundredth of a percent; nil of nothing, and when it does not fit.
  package static func percent(_ part: Int64, of whole: Int64) -> String? {
    guard whole != 0, let share = try? Exact(Int128(part) * 10_000, over: Int128(whole)),
      let hundredths = try? Rounding(mode: .halfUp, unit: 1)(share)
    else { return nil }
    return "\(hundredths)%"
  }

  /// How much more one amount is than another, `3.20%` or `-3.20%`; nil when there was nothing before.
  package static func growth(from before: Int64, to after: Int64) -> String? {
    let (difference, overflow) = after.subtractingReportingOverflow(before)
    return overflow || before <= 0 ? nil : percent(difference, of: before)
  }
}
