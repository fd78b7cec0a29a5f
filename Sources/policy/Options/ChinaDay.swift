import FoundationEssentials
import Values

/// The calendar that the rules are written in.
enum ChinaDay {
  /// Seconds that China's time is ahead of UTC, all year.
  private static let offset: TimeInterval = 8 * 3600

  /// Today in China, wherever the program runs.
  static var today: CivilDate {
    let seconds = Date.now.timeIntervalSince1970 + offset
    return CivilDate(dayNumber: Int32(clamping: Int((seconds / 86_400).rounded(.down))))
  }
}
