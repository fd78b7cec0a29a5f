/// A share or a number of percentage points, in whole millionths: 85 % is 850 000.
package struct Ratio: Hashable, Comparable, Sendable {
  package let millionths: Int64

  package init(millionths: Int64) { self.millionths = millionths }

  package static let zero = Ratio(millionths: 0)
  package static let one = Ratio(millionths: 1_000_000)

  package static func < (left: Ratio, right: Ratio) -> Bool { left.millionths < right.millionths }

  /// The number before the percent sign, without needless zeros: `85`, `92.2`.
  package var percentText: String {
    let magnitude = millionths.magnitude
    var text = "\(magnitude / 10_000)"
    var fraction = "\(magnitude % 10_000 + 10_000)".dropFirst()
    while fraction.last == "0" { fraction = fraction.dropLast() }
    if !fraction.isEmpty { text += ".\(fraction)" }
    return (millionths < 0 ? "-" : "") + text
  }
}

extension Ratio: CustomStringConvertible {
  package var description: String { percentText + "%" }
}
