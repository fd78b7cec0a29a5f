import Testing
import Values

@Suite("a stretch of days")
struct DateIntervalTests {
  private let from = CivilDate(dayNumber: 19_358)

  @Test("its first and its last day belong to it, the days beside them do not")
  func ends() {
    let interval = DateInterval(from: from, through: from.advanced(by: 364))
    #expect(interval.contains(from))
    #expect(interval.contains(from.advanced(by: 364)))
    #expect(!interval.contains(from.advanced(by: -1)))
    #expect(!interval.contains(from.advanced(by: 365)))
  }

  @Test("without an end it never stops, but still begins")
  func open() {
    let interval = DateInterval(from: from, through: nil)
    #expect(interval.contains(from.advanced(by: 300_000)))
    #expect(!interval.contains(from.advanced(by: -1)))
  }

  @Test("it is shown by its two days; an open one shows that it has no end")
  func shown() {
    #expect(DateInterval(from: from, through: from.advanced(by: 364)).description == "2023-01-01…2023-12-31")
    #expect(DateInterval(from: from, through: nil).description == "2023-01-01…")
  }
}
