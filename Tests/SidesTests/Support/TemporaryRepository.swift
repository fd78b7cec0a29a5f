import Foundation
import Host
import TestSupport
import Testing

/// A folder with a copy of some of the shipped policies in it, which can be made a git repository; removed when the test
/// is over.
final class TemporaryRepository {
  static let beijing2023 = "policies/110000-beijing/2023-01-01.yaml"
  static let beijing2024 = "policies/110000-beijing/2024-01-01.yaml"

  private static let regions = [
    "100000-national", "110000-beijing", "120000-tianjin", "150000-inner-mongolia", "150100-hohhot", "catalogue",
  ]

  let folder: String
  var policies: String { "\(folder)/policies" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/region-policy-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: policies, withIntermediateDirectories: true)
    for region in TemporaryRepository.regions {
      try FileManager.default.copyItem(
        atPath: Repository.path("policies/\(region)"), toPath: "\(policies)/\(region)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Makes it a repository if it is none, and commits everything.
  func commit(_ message: String) throws {
    if !FileManager.default.fileExists(atPath: "\(folder)/.git") { try git("init", "--quiet") }
    try git("add", "--all")
    try git("commit", "--quiet", "--message", message)
  }

  func git(_ arguments: String...) throws {
    let result = try ChildProcess.run(
      "git", ["-C", folder, "-c", "user.name=test", "-c", "user.email=test@example.invalid"] + arguments)
    try #require(result.status == 0, "\(result.complaint)")
  }

  /// Replaces text that has to be there.
  func replace(_ old: String, with new: String, in file: String) throws {
    let text = try text(of: file)
    try #require(text.contains(old), "\(file) does not say \(old)")
    try write(text.replacing(old, with: new), to: file)
  }

  func text(of file: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
  }

  func write(_ text: String, to file: String) throws {
    try text.write(toFile: "\(folder)/\(file)", atomically: true, encoding: .utf8)
  }

  func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: "\(folder)/\(file)") }
}
