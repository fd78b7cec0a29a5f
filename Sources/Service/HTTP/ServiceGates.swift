#if Server
  import Findings

  /// What bounds the work that is done at once.
  struct ServiceGates: Sendable {
    let requests: Admission
    let batches: Admission
    let comparisons: Admission
    let reloads = Admission(limit: 1)
    let heldBytes: Admission
    let connections: Admission

    init(_ limits: ServiceLimits) {
      requests = Admission(limit: limits.requests)
      batches = Admission(limit: limits.batches)
      comparisons = Admission(limit: limits.heavyRequests)
      heldBytes = Admission(limit: limits.heldBytes)
      connections = Admission(limit: limits.connections)
    }

    /// A share of what may be done at once; given back when nothing holds it any more.
    func share(of admission: Admission) throws(Refusal) -> AdmissionShare {
      guard let share = AdmissionShare(admission, 1) else { throw ServiceGates.busy }
      return share
    }

    static var busy: Refusal { Refusal(429, .tooBusy).with("Retry-After", "1") }
  }

  /// A share of an admission. An object, so that it is given back however its holder ends, also unused.
  final class AdmissionShare: Sendable {
    private let admission: Admission
    private let size: Int

    /// Nil when there is no room.
    init?(_ admission: Admission, _ size: Int) {
      guard admission.take(size) else { return nil }
      self.admission = admission
      self.size = size
    }

    deinit { admission.giveBack(size) }
  }
#endif
