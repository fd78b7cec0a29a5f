import Testing

@testable import Findings

@Suite("Witnesses in text")
struct WitnessTextTests {
  @Test("A short claim stands on one line as it is")
  func short() {
    #expect(lines([#"{"claim_id": "w", "a": 1}"#]) == [#"{"claim_id": "w", "a": 1}"#])
  }

  @Test("A long claim is broken between its members, never within one")
  func long() throws {
    let claim = "{" + (1...20).map { #""field_\#($0)": "value, {\#($0)} \"x\"""# }.joined(separator: ", ") + "}"
    let text = try #require(lines([claim]).first)
    let rows = text.split(separator: "\n")
    #expect(rows.count > 2)
    #expect(rows.allSatisfy { $0.displayWidth <= 100 })
    #expect(rows.joined(separator: " ") == claim)
  }

  @Test("A further claim is told by what it has otherwise")
  func difference() {
    let first = #"{"claim_id": "w", "psn_no": "P", "hosp_lv": "02", "inscp_scp_amt": 1300.00}"#
    let second = #"{"claim_id": "w", "psn_no": "P", "hosp_lv": "02", "inscp_scp_amt": 1300.01}"#
    #expect(lines([first, second]) == [first, #"同上，但 "inscp_scp_amt": 1300.01"#])
  }

  @Test("A claim that differs in most of it, or has other members, stands whole")
  func other() {
    let first = #"{"a": 1, "b": 2, "c": 3}"#
    #expect(lines([first, #"{"a": 9, "b": 8, "c": 3}"#])[1] == #"{"a": 9, "b": 8, "c": 3}"#)
    #expect(lines([first, #"{"a": 1, "b": 2, "d": 3}"#])[1] == #"{"a": 1, "b": 2, "d": 3}"#)
    #expect(lines([first, first])[1] == first)
    #expect(lines(["not json", "[1]"]) == ["not json", "[1]"])
  }

  @Test("The frame keeps the lines of a claim under its label")
  func frame() {
    let claim = "{" + (1...12).map { #""field_\#($0)": "value""# }.joined(separator: ", ") + "}"
    let text = TextRenderer(language: .english).render(Finding(Samples.warningKind, at: nil, witnesses: [claim]))
    let rows = text.split(separator: "\n").map(String.init)
    #expect(rows[1].hasPrefix("   = witness: {\"field_1\""))
    #expect(rows[2].hasPrefix("              \"field_"))
  }

  private func lines(_ witnesses: [String]) -> [String] { WitnessText(witnesses, sameBut: "同上，但").lines }
}
