import Foundation
import Registry

/// How long it takes to read, check and compile all rules of a folder.
struct Loading {
  let folder: String
  let rounds: Int

  func print() {
    for _ in 0..<rounds {
      let (wall, processor) = (Clock.passing(), Clock.processor())
      let snapshot = PolicySnapshot.load(folder, catalogue: PolicySearch.catalogue(for: folder))
      let told = [Double(Clock.passing() - wall), Double(Clock.processor() - processor)].map {
        String(format: "%.1f", $0 / 1e6)
      }
      Swift.print(
        "loading \(snapshot.regions.count) regions: \(told[0]) ms, of all cores \(told[1]) ms; "
          + "\(snapshot.compiled.count) stretches of days, \(snapshot.findings.count) findings")
    }
  }
}
