/// Version of this program: what settles, bundles and decisions name.
package struct EngineVersion: Sendable, Hashable {
  package static let current = EngineVersion(major: 0, minor: 1, patch: 0)

  package let major: Int
  package let minor: Int
  package let patch: Int

  package init(major: Int, minor: Int, patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// Nil unless the text is three numbers as ``description`` writes them.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    self.init(major: numbers[0], minor: numbers[1], patch: numbers[2])
    if description != text { return nil }
  }
}

extension EngineVersion: CustomStringConvertible {
  package var description: String { "\(major).\(minor).\(patch)" }
}

extension EngineVersion: Comparable {
  package static func < (left: EngineVersion, right: EngineVersion) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}
