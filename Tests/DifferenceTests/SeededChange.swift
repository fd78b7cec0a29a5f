import Foundation
import TestSupport
import Testing

/// A small edit of a shipped file and what it changes, worked out by hand.
struct SeededChange: CustomTestStringConvertible, Sendable {
  /// Below `policies/`.
  let file: String
  let old: String
  let new: String
  /// By plan, where intervals of expense begin and end, in yuan as the report writes them; `…` for ever.
  let intervals: [String: Set<String>]
  /// Plans of which only later claims of a year change, with the figure that does.
  var figures: [String: String] = [:]

  var testDescription: String {
    "\(file): \(old.split(separator: "\n").last ?? "") → \(new.split(separator: "\n").last ?? "")"
  }

  private static let urumqi = "650100-urumqi/2023-01-01.yaml"
  private static let beijing = "110000-beijing/2023-01-01.yaml"

  static let all: [SeededChange] = [
    // Urumqi, employees' stays: deductible 900 / 400 / 200; 85, 90, 95 %, the retired 5 points more, at most 95 %.
    SeededChange(
      file: urumqi, old: "            tertiary: 85%\n            secondary: 90%",
      new: "            tertiary: 80%\n            secondary: 90%", intervals: ["employee_inpatient": ["900.00–…"]]),
    SeededChange(
      file: urumqi, old: "            tertiary: 85%\n            secondary: 90%",
      new: "            tertiary: 85%\n            secondary: 89.5%", intervals: ["employee_inpatient": ["400.00–…"]]),
    SeededChange(
      file: urumqi, old: "1: {tertiary: 900, secondary: 400", new: "1: {tertiary: 1000, secondary: 400",
      intervals: ["employee_inpatient": ["900.00–…"]]),
    SeededChange(
      file: urumqi, old: "2+: {tertiary: 900, secondary: 400", new: "2+: {tertiary: 450, secondary: 400",
      intervals: ["employee_inpatient": ["450.00–…"]]),
    SeededChange(
      file: urumqi, old: "2+: {tertiary: 900, secondary: 400", new: "2+: {tertiary: 900, secondary: 300",
      intervals: ["employee_inpatient": ["300.00–…"]]),
    // 85 + 3 and 90 + 3 %; at first-level hospitals the most is 95 % either way.
    SeededChange(
      file: urumqi, old: "plus: 5 points, at_most: 95%", new: "plus: 3 points, at_most: 95%",
      intervals: ["employee_inpatient": ["900.00–…", "400.00–…"]]),
    // 90 % at third-level hospitals is below either bound.
    SeededChange(
      file: urumqi, old: "plus: 5 points, at_most: 95%", new: "plus: 5 points, at_most: 93%",
      intervals: ["employee_inpatient": ["400.00–…", "200.00–…"]]),
    // 1300 a visit is paid at 90 + 1300 / 60 %, the second visit at 45 + 1300 / 60 %; the retired get 65 %.
    SeededChange(
      file: urumqi, old: "cases: {tertiary: 1300, secondary: 800, primary/unrated: 300}",
      new: "cases: {tertiary: 1500, secondary: 800, primary/unrated: 300}",
      intervals: [
        "employee_outpatient": ["2256.66666666…–…", "2211.66666666…–…", "2090.00–…", "2045.00–…"]
      ]),
    // 800 at 40 + 800 / 70 %; from 780 on the lower cap stops at 40 + 780 / 70 %.
    SeededChange(
      file: urumqi, old: "cases: {tertiary: 1300, secondary: 800, primary/unrated: 300}",
      new: "cases: {tertiary: 1300, secondary: 780, primary/unrated: 300}",
      intervals: [
        "employee_outpatient": ["1154.28571428…–…", "1134.28571428…–…", "1080.00–…", "1060.00–…"]
      ]),
    // One visit is paid 1300 at most: the year's cap is for later visits alone.
    SeededChange(
      file: urumqi, old: "    per: year\n    amount: 4000", new: "    per: year\n    amount: 5000", intervals: [:],
      figures: ["employee_outpatient": "pool.caps.employee_outpatient_year"]),
    SeededChange(
      file: urumqi, old: "            tertiary: 60%\n            secondary: 70%",
      new: "            tertiary: 60%\n            secondary: 75%",
      // Until both have reached the cap of 800: 40 + 800 / 70 %, 20 + 800 / 70 %; the retired 75 and 80 %.
      intervals: [
        "employee_outpatient": [
          "40.00–1182.85714285…", "20.00–1162.85714285…", "40.00–1106.66666666…", "20.00–1086.66666666…",
        ]
      ]),
    // Beijing, employees' visits: deductible 1800, the retired 1300.
    SeededChange(
      file: beijing, old: "cases: {employed: 1800, retired: 1300}", new: "cases: {employed: 1800, retired: 1200}",
      intervals: ["employee_outpatient": ["1200.00–…"]]),
    SeededChange(
      file: beijing, old: "columns: [to 20000, above]", new: "columns: [to 25000, above]",
      intervals: ["employee_outpatient": ["20000.00–…"]]),
    SeededChange(
      file: beijing, old: "                  0..69: [85%, 80%]\n                  70+: [90%, 80%]\n            ",
      new: "                  0..69: [85%, 80%]\n                  70+: [92%, 80%]\n            ",
      intervals: ["employee_outpatient": ["1300.00–…"]]),
    SeededChange(
      file: beijing, old: "amount: {by: occurrence, cases: {1: 1300, 2+: 650}}",
      new: "amount: {by: occurrence, cases: {1: 1300, 2+: 600}}",
      // 100000 of the pool and 400000 / 85 % of the large-amount fund are used up, at third-level hospitals at
      // 40000 + (100000 - 29350 × 85 % - 9000) / 95 % and from there; the retired keep half of a larger share.
      intervals: [
        "employee_inpatient": [
          "600.00–580117.18266253…", "600.00–577872.25591267…", "600.00–576655.24560339…", "600.00–…",
        ]
      ]),
    SeededChange(
      file: beijing, old: "          amount: 1300\n          source: 特殊病说明",
      new: "          amount: 1000\n          source: 特殊病说明",
      intervals: [
        "employee_chronic": [
          "1000.00–580698.76160990…", "1000.00–578455.24560339…", "1000.00–577258.33838690…", "1000.00–…",
        ]
      ]),
    SeededChange(
      file: beijing, old: "    ratio: {value: 50%, source: 职工待遇表 退休人员补充医疗保险}",
      new: "    ratio: {value: 60%, source: 职工待遇表 退休人员补充医疗保险}",
      intervals: ["employee_inpatient": ["1300.00–…", "650.00–…"], "employee_chronic": ["1300.00–…"]]),
    // An account's name and period are for later claims.
    SeededChange(
      file: beijing,
      old: "          per: cycle\n          cycle_days: 360\n          account: employee_special_deductible",
      new: "          per: cycle\n          cycle_days: 365\n          account: employee_special_deductible",
      intervals: [:], figures: ["employee_chronic": "pool.deductible.account"]),
    SeededChange(
      file: beijing, old: "2+: 650}}\n          counted_within: all", new: "2+: 650}}\n          counted_within: class",
      intervals: [:], figures: ["employee_inpatient": "occurrence_account"]),
    SeededChange(
      file: urumqi, old: "merges: {visits: same_day_and_institution, source: 门诊说明 一日一院算一次}",
      new: "merges: {visits: readmission, within_days: 3, source: 门诊说明 一日一院算一次}",
      intervals: [:], figures: ["employee_outpatient": "merges"]),
  ]

  /// A copy of the shipped rules that the file needs, with the edit made or not.
  func copy(edited: Bool) throws -> String {
    let copy = FileManager.default.temporaryDirectory.appending(path: "difference-\(UUID().uuidString)").path
    let region = String(file.prefix { $0 != "/" })
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    for folder in ["catalogue", "100000-national", "650000-xinjiang", region] {
      try FileManager.default.copyItem(
        atPath: Repository.path("policies/\(folder)"), toPath: copy + "/" + folder)
    }
    guard edited else { return copy }
    let path = copy + "/" + file
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let parts = text.components(separatedBy: old)
    if parts.count != 2 { throw EditFailure(count: parts.count - 1, text: old) }
    try parts.joined(separator: new).write(toFile: path, atomically: true, encoding: .utf8)
    return copy
  }

  struct EditFailure: Error {
    let count: Int
    let text: String
  }
}
