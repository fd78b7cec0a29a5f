import Settlement

/// Where the parts of a record lie; see ``ClaimRows``.
struct RecordLayout {
  let width: Int
  let answerWidth: Int
  private let codeCount: Int
  private let accountCount: Int
  private let layerCount: Int
  /// How far one code is from the next.
  private let strides: InlineArray<8, Int>

  init(_ rows: ClaimRows, layers: Int, strides: [Int]) {
    (width, answerWidth) = (rows.width, rows.answerWidth)
    (codeCount, accountCount, layerCount) = (rows.codeCount, rows.accountCount, layers)
    self.strides = RecordLayout.inline(strides)
  }

  /// The first eight numbers.
  static func inline(_ numbers: [Int]) -> InlineArray<8, Int> {
    var result = InlineArray<8, Int>(repeating: 0)
    for (index, number) in numbers.prefix(8).enumerated() { result[index] = number }
    return result
  }

  /// What the codes of a claim lead to.
  @inline(__always)
  func number(of claim: UnsafePointer<Int64>) -> Int {
    var (number, place) = (0, 0)
    var codes = claim[0]
    while place < codeCount {
      number &+= Int(codes & 0xff) &* strides[unchecked: place]
      codes >>= 8
      place &+= 1
    }
    return number
  }

  /// Writes what a claim's accounts hold to where the policy has them.
  @inline(__always)
  func fill(
    _ accounts: UnsafeMutablePointer<Int64>, _ places: borrowing InlineArray<8, Int>, from claim: UnsafePointer<Int64>
  ) {
    var place = 0
    while place < accountCount {
      accounts[places[unchecked: place]] = claim[4 &+ place]
      place &+= 1
    }
  }

  @inline(__always)
  func write(
    _ outcome: borrowing FlatOutcome, _ claim: UnsafePointer<Int64>, _ answer: UnsafeMutablePointer<Int64>
  ) {
    var layer = 0
    while layer < layerCount {
      answer[layer] = outcome.paid[unchecked: layer]
      layer &+= 1
    }
    let shown = answer + layerCount
    shown[0] = claim[1] &- outcome.funds
    shown[1] = outcome.deductible
    shown[2] = outcome.overCap
    shown[3] = outcome.ratioShare
    shown[4] = outcome.outOfScope
    shown[5] = outcome.funds
  }
}
