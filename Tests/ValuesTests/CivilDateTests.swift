import Testing
import Values

@Suite("a day of the calendar")
struct CivilDateTests {
  @Test(
    "known days have known numbers",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("1900-01-01", -25_567), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
      ("2023-01-01", 19_358), ("2024-09-05", 19_971), ("2999-12-31", 376_199),
    ] as [(String, Int32)])
  func known(text: String, number: Int32) throws {
    let date = try #require(CivilDate(text))
    #expect(date.dayNumber == number)
    #expect(date.description == text)
  }

  @Test("a leap day exists in the years divisible by four, of full centuries only by four hundred")
  func leapDays() {
    #expect(CivilDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2100, month: 2, day: 29) == nil)
  }

  @Test(
    "a text that is no day, or is written otherwise, is refused and never corrected",
    arguments: [
      "", "2024", "2024-13-01", "2024-00-10", "2024-01-00", "2024-01-32", "2024-04-31", "2024-02-30", "2024-2-01",
      "2024-02-1", "20240201", "2024/02/01", "2024-02-01 ", " 2024-02-01", "-024-02-01", "2024-+1-01", "1899-12-31",
      "3000-01-01", "２０24-02-01", "2024-02-0１", "20a4-01-01",
    ])
  func refused(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test("every day from 1990 to 2110 follows the one before and reads back from its text")
  func everyDay() throws {
    var number = try #require(CivilDate("1990-01-01")).dayNumber
    for year in 1990...2110 {
      let isLeap = year % 4 == 0 && year != 2100
      for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in 1...length {
          let date = CivilDate(dayNumber: number)
          let found = date.components
          guard found == (year, index + 1, day), CivilDate(year: year, month: index + 1, day: day) == date,
            CivilDate(date.description) == date
          else {
            Issue.record("day \(number): \(date) instead of \(year)-\(index + 1)-\(day)")
            return
          }
          number += 1
        }
      }
    }
    #expect(CivilDate(dayNumber: number).description == "2111-01-01")
  }

  @Test("days are added across months, leap days and years, forwards and back")
  func advanced() throws {
    let day = try #require(CivilDate("2024-02-28"))
    #expect(day.advanced(by: 1).description == "2024-02-29")
    #expect(day.advanced(by: 2).description == "2024-03-01")
    #expect(day.advanced(by: 366).description == "2025-02-28")
    #expect(day.advanced(by: -59).description == "2023-12-31")
    #expect(day.advanced(by: 0) == day)
  }

  @Test("an earlier day is less than a later one")
  func ordered() throws {
    let first = try #require(CivilDate("2023-12-31"))
    let second = try #require(CivilDate("2024-01-01"))
    #expect(first < second)
    #expect(!(second < first))
  }
}
