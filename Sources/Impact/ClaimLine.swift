/// One line of a file of claims.
package struct ClaimLine: Sendable {
  /// From 1, in the file.
  package let number: Int
  package let bytes: [UInt8]

  package init(number: Int, bytes: [UInt8]) {
    self.number = number
    self.bytes = bytes
  }
}
