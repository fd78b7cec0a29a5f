/// The claims that change most, the largest first; of equal ones the one that stands first in the file.
struct TopChanges {
  private(set) var impacts: [ClaimImpact] = []
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func add(_ impact: ClaimImpact) {
    guard let change = impact.change, change != 0, limit > 0 else { return }
    if impacts.count == limit, let last = impacts.last, !TopChanges.goesBefore(impact, last) { return }
    var low = 0
    var high = impacts.count
    while low < high {
      let middle = (low + high) / 2
      if TopChanges.goesBefore(impact, impacts[middle]) { high = middle } else { low = middle + 1 }
    }
    impacts.insert(impact, at: low)
    if impacts.count > limit { impacts.removeLast() }
  }

  private static func goesBefore(_ one: ClaimImpact, _ other: ClaimImpact) -> Bool {
    let (left, right) = ((one.change ?? 0).magnitude, (other.change ?? 0).magnitude)
    return left != right ? left > right : one.number < other.number
  }
}
