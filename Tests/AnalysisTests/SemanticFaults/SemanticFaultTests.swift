import Findings
import Foundation
import TestSupport
import Testing

/// Rules that read and compile and cannot be meant.
struct SemanticFaultTests {
  @Test("there are at least 60 seeded faults, in most shipped regions and of every kind of finding")
  func fixtures() throws {
    let faults = try SemanticFaults.read()
    #expect(faults.count >= 60)
    #expect(Set(faults.map(\.region)).count >= 15)
    let codes = Set(faults.flatMap(\.expected).map(\.code))
    let analysis = FindingKind.analysisKinds + FindingKind.structureKinds
    // No rule file has a slope above 1 (FunctionComparisonTests has one); a plan that cannot be worked out is not a slip
    // of one edit (ExactFindingTests has one).
    #expect(Set(analysis.map(\.code)).subtracting(codes).sorted() == ["P0402", "P0413"])
  }

  @Test("a fault is found where it is, and nothing else", arguments: SemanticFaults.all)
  func found(_ fault: SemanticFault) throws {
    let copy = try FaultyCopy(fault)
    let findings = copy.findings()
    var unexpected = Set(findings.map(copy.summary))
    for expected in fault.expected {
      let places = try copy.summaries(expected)
      #expect(!unexpected.isDisjoint(with: places), "\(places.sorted()) is not among \(unexpected.sorted())")
      unexpected.subtract(places)
    }
    #expect(unexpected.isEmpty)
    for finding in findings { try WitnessProof(finding, copy).check() }
  }

  @Test("the shipped regions have no finding")
  func shipped() throws {
    let regions = Set(SemanticFaults.all.map(\.region))
    for region in regions.sorted() {
      let copy = try FaultyCopy(of: region)
      #expect(copy.findings().map(copy.summary).isEmpty, "\(region)")
    }
  }
}
