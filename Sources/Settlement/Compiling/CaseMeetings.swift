import Findings

/// Which cases of tables can be met by some plan; a case that never is, in no plan of no region, is a slip.
package struct CaseMeetings: Sendable {
  private var met: [Key: (place: Place, isMet: Bool)] = [:]

  /// The places keep the files, so that no other one can come to have the same identity.
  private struct Key: Hashable {
    let file: ObjectIdentifier
    let position: Position
  }

  package init() {}

  mutating func note(_ isMet: Bool, _ place: Place) {
    let key = Key(file: ObjectIdentifier(place.file), position: place.start)
    // Nearly every case was met before.
    if let known = met[key], known.isMet || !isMet { return }
    met[key] = (place, isMet)
  }

  /// What other compilations learnt.
  package mutating func add(_ other: CaseMeetings) {
    met.merge(other.met) { ($0.place, $0.isMet || $1.isMet) }
  }

  /// Places of the cases that were never met, in the order of files and lines.
  package var neverMet: [Place] {
    met.values.filter { !$0.isMet }.map(\.place).sorted { ($0.file.path, $0.start) < ($1.file.path, $1.start) }
  }
}

/// Learns in several compilations which cases are ever met.
package final class CaseMeetingRecorder {
  package private(set) var meetings = CaseMeetings()

  package init() {}

  func note(_ isMet: Bool, _ place: Place) { meetings.note(isMet, place) }
}
