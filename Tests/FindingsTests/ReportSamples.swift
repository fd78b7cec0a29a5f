@testable import Findings

extension Samples {
  /// A line that the reader of a report looks at, after as many others as asked for.
  static func guardrail(linesBefore: Int = 0, path: String = "policies/440100 广州/2025-01-01.yaml") -> Finding {
    let source = file(
      String(repeating: "# 一行\n", count: linesBefore) + "limit: 20 points\nunfiled: {lower_by: 30 points}\n",
      path: path)
    return Finding(
      .guardrailBroken, at: place(source, linesBefore + 2, 20..<29), related: place(source, linesBefore + 1, 1..<6),
      ["found": "30%", "limit": "20%", "guardrail": "跨省"], witnesses: [#"{"claim_id": "w-1", "psn_no": "P1"}"#])
  }

  static func silenced(_ finding: Finding, _ reason: String = "已核实") -> SilencedFinding {
    let source = finding.place?.file ?? file("")
    let silencing = Silencing(code: finding.kind.code, reason: reason, place: place(source, 1, 1..<3), line: 2)
    return SilencedFinding(finding: finding, silencing: silencing)
  }
}
