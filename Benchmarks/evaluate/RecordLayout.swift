/// Where the parts of a record lie; see ``ClaimRows``.
struct RecordLayout {
  let width: Int
  private let accountCount: Int
  /// How far one code is from the next, for each of three codes at most.
  private let strides: (Int, Int, Int)

  init(_ rows: ClaimRows, strides: [Int]) {
    (width, accountCount) = (rows.width, rows.accountCount)
    let three = strides + [0, 0, 0]
    self.strides = (three[0], three[1], three[2])
  }

  /// What the codes of a claim lead to.
  @inline(__always)
  func number(of claim: UnsafePointer<Int64>) -> Int {
    let codes = Int(claim[0])
    return (codes & 0xff) &* strides.0 &+ (codes &>> 8 & 0xff) &* strides.1 &+ (codes &>> 16 & 0xff) &* strides.2
  }

  /// Writes what a claim's accounts hold to where the policy has them.
  @inline(__always)
  func fill(
    _ accounts: UnsafeMutablePointer<Int64>, _ places: UnsafePointer<Int>, from claim: UnsafePointer<Int64>
  ) {
    var place = 0
    while place < accountCount {
      accounts[places[place]] = claim[4 &+ place]
      place &+= 1
    }
  }
}
