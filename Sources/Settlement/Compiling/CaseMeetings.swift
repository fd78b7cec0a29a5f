import Findings

/// Which cases of tables can be met by some plan; a case that never is, in no plan of no region, is a slip.
package struct CaseMeetings: Sendable {
  private struct Key: Hashable {
    let file: ObjectIdentifier
    let position: Position

    init(_ place: Place) {
      file = ObjectIdentifier(place.file)
      position = place.start
    }
  }

  /// Cases that some plan meets, each perhaps several times: looking for them costs more than listing them.
  private var met: [Key] = []
  /// Their files, kept so that no other one can come to have the same identity.
  private var files: [SourceFile] = []
  /// Cases that some plan does not meet, each perhaps several times.
  private var unmet: [Place] = []

  package init() {}

  mutating func note(_ isMet: Bool, _ place: Place) {
    guard isMet else {
      unmet.append(place)
      return
    }
    met.append(Key(place))
    if files.last !== place.file { files.append(place.file) }
  }

  /// What other compilations learnt.
  package mutating func add(_ other: CaseMeetings) {
    met += other.met
    files += other.files
    unmet += other.unmet
  }

  /// Places of the cases that were never met, in the order of files and lines.
  package var neverMet: [Place] {
    var left = Dictionary(unmet.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
    if left.isEmpty { return [] }
    for key in met { left[key] = nil }
    return left.values.sorted { ($0.file.path, $0.start) < ($1.file.path, $1.start) }
  }
}

/// Learns in several compilations which cases are ever met.
package final class CaseMeetingRecorder {
  package private(set) var meetings = CaseMeetings()

  package init() {}

  func note(_ isMet: Bool, _ place: Place) { meetings.note(isMet, place) }
}
