import Cases
import Findings
import TestSupport
import Testing

@Suite("the folder of the rules that cases are about")
struct CaseFolderTests {
  private func folder(_ policies: String) throws -> String {
    let collector = FindingCollector()
    let item = CaseText.item("甲", "expect: {plan: employee_inpatient}")
    let file = try #require(try CaseText.read(item, policies: policies, collector: collector))
    #expect(collector.findings.isEmpty)
    return file.policies
  }

  @Test("it is found from the file's own folder, wherever the command runs")
  func relative() throws {
    #expect(try folder("../../policies") == Repository.path("policies"))
    #expect(try folder("policies") == Repository.path("examples/cases/policies"))
    #expect(try folder("./../published/policies") == Repository.path("examples/published/policies"))
  }

  @Test("an absolute path stays as it is")
  func absolute() throws {
    #expect(try folder("/srv/policies") == "/srv/policies")
  }
}
