/// What a flat evaluation does to the claim's accounts. The kind is a type, as it is for ``FlatRecorder``.
protocol FlatKeeping {
  /// Whether accounts grow with the claim.
  static var isKept: Bool { get }
}

/// Accounts grow, as for the next claim of a series.
enum KeptAccounts: FlatKeeping {
  static var isKept: Bool { true }
}

/// Accounts are only read. Right in situations that read nothing which the same claim changes.
enum ReadAccounts: FlatKeeping {
  static var isKept: Bool { false }
}
