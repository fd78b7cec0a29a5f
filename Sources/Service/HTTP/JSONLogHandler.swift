#if Server
  import Findings
  import Glibc
  import Logging

  /// Writes log lines as JSON objects to standard error.
  package struct JSONLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel: Logger.Level

    /// Those of the whole program: there is one standard error.
    package static let lines = LogLines()

    package init(level: Logger.Level) { logLevel = level }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
      let all = metadata.merging(event.metadata ?? [:]) { _, own in own }
      let members =
        [
          (name: "time", value: JSONText.string(LogTime.now)),
          (name: "level", value: JSONText.string(event.level.rawValue)),
          (name: "message", value: JSONText.string("\(event.message)")),
        ]
        + all.sorted { $0.key < $1.key }.map { (name: $0.key, value: JSONText.string("\($0.value)")) }
      JSONLogHandler.lines.add(JSONText.object(members))
    }
  }

  /// The time as log lines have it.
  enum LogTime {
    /// `2024-09-05T08:00:00.123Z`.
    static var now: String {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      var parts = tm()
      gmtime_r(&time.tv_sec, &parts)
      let day = "\(parts.tm_year + 1900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
      let clock = "\(digits(parts.tm_hour)):\(digits(parts.tm_min)):\(digits(parts.tm_sec))"
      let thousandths = String(time.tv_nsec / 1_000_000 + 1000).dropFirst()
      return "\(day)T\(clock).\(thousandths)Z"
    }

    private static func digits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
  }
#endif
