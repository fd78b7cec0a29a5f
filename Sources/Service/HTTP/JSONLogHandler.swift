#if Server
  import Findings
  import FoundationEssentials
  import Glibc
  import Logging

  /// Writes log lines as JSON objects to standard error, each with one call, so that lines of threads never mix.
  package struct JSONLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel: Logger.Level

    package init(level: Logger.Level) { logLevel = level }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
      let all = metadata.merging(event.metadata ?? [:]) { _, own in own }
      let time = Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
      let members =
        [
          (name: "time", value: JSONText.string(time)),
          (name: "level", value: JSONText.string(event.level.rawValue)),
          (name: "message", value: JSONText.string("\(event.message)")),
        ]
        + all.sorted { $0.key < $1.key }.map { (name: $0.key, value: JSONText.string("\($0.value)")) }
      let line = Array((JSONText.object(members) + "\n").utf8)
      // A log that nobody takes must not stop the service.
      _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
  }
#endif
