extension CivilDate {
  /// Saturday or Sunday.
  package var isWeekend: Bool {
    // 1970-01-01, day 0, was a Thursday.
    let weekday = (Int(dayNumber) % 7 + 7 + 4) % 7
    return weekday == 0 || weekday == 6
  }
}
