import Claims
import Findings
import Foundation
import PolicyModel
import Registry
import Settlement
import Values

/// How long it takes to find the rules of a day, and to compile those of a region.
struct Resolving {
  /// A file of rules, whose `in_force` is changed for each version.
  let file: String
  let catalogue: String
  let region: RegionCode

  private static let firstYear = 1975

  /// Nanoseconds of finding the rules of one day, with so many versions of a year each.
  func lookUp(versions: Int) throws -> Double {
    let snapshot = try snapshot(of: versions)
    let days = (0..<1024).compactMap { number in
      CivilDate(year: Resolving.firstYear + number * 7 % versions, month: number % 12 + 1, day: number % 28 + 1)
    }
    let times = 200
    var found = 0
    let start = Clock.processor()
    for _ in 0..<times {
      for day in days {
        if case .found = snapshot.rules(of: region, on: day) { found += 1 }
      }
    }
    let nanoseconds = Double(Clock.processor() - start)
    guard found == times * days.count else { throw NotFound(versions: versions, findings: snapshot.findings) }
    return nanoseconds / Double(found)
  }

  /// Nanoseconds of compiling the rules of the region, once read.
  func compile(_ policy: ResolvedPolicy) -> Double {
    let times = 20
    let start = Clock.processor()
    for _ in 0..<times { _ = PolicyCompiler.compile(policy, collector: FindingCollector()) }
    return Double(Clock.processor() - start) / Double(times)
  }

  struct NotFound: Error {
    let versions: Int
    let findings: [Finding]
  }

  private func snapshot(of versions: Int) throws -> PolicySnapshot {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let root = FileManager.default.temporaryDirectory.appending(path: "resolving-\(getpid())")
    let folder = root.appending(path: "\(region)-many")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    for year in Resolving.firstYear..<Resolving.firstYear + versions {
      let own = text.replacing(#/in_force: .*/#, with: "in_force: {from: \"\(year)-01-01\", to: \"\(year)-12-31\"}")
      try own.write(to: folder.appending(path: "\(year)-01-01.yaml"), atomically: false, encoding: .utf8)
    }
    return PolicySnapshot.load(root.path(), catalogue: catalogue)
  }
}
