import Cores
import Findings
import PolicyModel
import PolicyReading

/// Diseases have codes of the catalogue, the names that go with them, and one entry each.
enum DiseaseListCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    guard !collector.hasErrors, !input.catalogue.diseases.isEmpty else { return }
    let names = DiseaseNames(input.catalogue)
    let found = FindingCollector()
    let versions = Cores.map(input.all) { version in
      let found = FindingCollector()
      check(version, names, found)
      return found.findings
    }
    found.add(versions.flatMap { $0 })
    for slice in input.slices { checkDirect(slice.policy, found) }
    collector.add(found.findings.withoutRepetitions())
  }

  private static func check(_ version: RegionVersion, _ names: DiseaseNames, _ collector: FindingCollector) {
    if let list = version.diseases { check(list, names, collector) }
    guard let direct = version.filing?.directDiseases else { return }
    for code in direct.value.sorted() where names.isUnknown(code) {
      collector.report(
        .diseaseUnknown, at: direct.place, ["code": code, "suggestion": names.nearest(toCode: code)])
    }
  }

  private static func check(_ list: DiseaseList, _ names: DiseaseNames, _ collector: FindingCollector) {
    var seen: [String: DiseaseList.Disease] = [:]
    for disease in list.diseases {
      if names.isUnknown(disease.code) {
        let suggestion = names.code(named: disease.title) ?? names.nearest(toCode: disease.code)
        collector.report(.diseaseUnknown, at: disease.place, ["code": disease.code, "suggestion": suggestion])
      } else if let slip = names.slip(in: disease.title, of: disease.code) {
        collector.report(
          .diseaseMisnamed, at: disease.place,
          [
            "code": disease.code, "title": disease.title, "expected": slip.expected, "suggestion": slip.suggestion,
          ])
      }
      let name = DiseaseNames.plain(disease.title)
      if let first = seen[name] {
        collector.report(
          .diseaseTwice, at: disease.place, related: first.place,
          ["title": disease.title, "first": first.code, "second": disease.code])
      } else {
        seen[name] = disease
      }
    }
  }

  /// What is settled directly elsewhere has to be on the region's list first.
  private static func checkDirect(_ policy: ResolvedPolicy, _ collector: FindingCollector) {
    guard let list = policy.space.diseases, let direct = policy.filing?.rules.directDiseases else { return }
    for code in direct.value.sorted() where !list.diseases.contains(where: { $0.code == code }) {
      collector.report(.directDiseaseUnlisted, at: direct.place, related: list.place, ["code": code])
    }
  }
}
