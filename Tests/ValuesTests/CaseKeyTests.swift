import Testing
import Values

@Suite("whether two cases of a table meet")
struct CaseKeyTests {
  private let second = CaseKey.ranges([2...Int.max])

  @Test("any meets everything, from both sides")
  func any() {
    for other in [CaseKey.any, .values(["retired"]), second] {
      #expect(CaseKey.any.overlaps(other))
      #expect(other.overlaps(.any))
    }
  }

  @Test("named values meet when they share one")
  func values() {
    let employed = CaseKey.values(["employed"])
    let both = CaseKey.values(["retired", "employed"])
    #expect(employed.overlaps(both))
    #expect(both.overlaps(employed))
    #expect(!employed.overlaps(.values(["retired", "minor"])))
  }

  @Test("ranges meet when one number lies in both, their ends included")
  func ranges() {
    #expect(CaseKey.ranges([1...2]).overlaps(second))
    #expect(second.overlaps(.ranges([0...0, 5...5])))
    #expect(!CaseKey.ranges([1...1]).overlaps(second))
    #expect(!second.overlaps(.ranges([0...0, 1...1])))
  }

  @Test("names and numbers never meet")
  func different() {
    #expect(!CaseKey.values(["2"]).overlaps(second))
    #expect(!second.overlaps(.values(["2"])))
  }

  @Test("a number belongs to the ranges that contain it, and to any")
  func contains() {
    #expect(second.contains(2))
    #expect(second.contains(Int.max))
    #expect(!second.contains(1))
    #expect(CaseKey.any.contains(7))
    #expect(!CaseKey.values(["7"]).contains(7))
  }
}
