import Foundation
import Registry

/// How long it takes to read, check and compile all rules of a folder.
struct Loading {
  let folder: String
  let rounds: Int

  /// Prints one line of JSON: the seconds of each round by the clock, and those of all cores.
  func print() {
    var seconds: [String] = []
    var processorSeconds: [String] = []
    var regions = 0
    for _ in 0..<rounds {
      let (passing, processor) = (Clock.passing(), Clock.processor())
      regions = PolicySnapshot.load(folder, catalogue: PolicySearch.catalogue(for: folder)).regions.count
      seconds.append(Self.seconds(Clock.passing() - passing))
      processorSeconds.append(Self.seconds(Clock.processor() - processor))
    }
    Swift.print(
      "{\"regions\": \(regions), \"seconds\": [\(seconds.joined(separator: ", "))], "
        + "\"processor_seconds\": [\(processorSeconds.joined(separator: ", "))]}")
  }

  private static func seconds(_ nanoseconds: Int64) -> String { String(format: "%.6f", Double(nanoseconds) / 1e9) }
}
