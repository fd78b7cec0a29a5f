/// All ways to make one of so many choices on each axis, numbered; the first axis changes fastest.
struct Combinations: Sendable {
  /// By axis; an axis without choices counts as one with a single choice.
  let counts: [Int]
  /// By axis, how far apart the numbers of neighbouring choices are.
  let strides: [Int]
  /// How many there are; of too many, only that they are.
  let count: Int
  /// More than this are not gone through.
  static let limit = 400_000

  init(counts: [Int]) {
    self.counts = counts.map { max(1, $0) }
    var strides: [Int] = []
    var count = 1
    for choices in self.counts {
      strides.append(count)
      count = min(Combinations.limit + 1, count * choices)
    }
    self.strides = strides
    self.count = count
  }

  var isTooMany: Bool { count > Combinations.limit }

  /// The choice on each axis.
  func coordinates(of number: Int) -> [Int] { zip(strides, counts).map { number / $0 % $1 } }

  /// The number of the combination with these choices.
  func number(at coordinates: [Int]) -> Int { zip(strides, coordinates).reduce(0) { $0 + $1.0 * $1.1 } }
}
