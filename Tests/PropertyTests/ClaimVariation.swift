import Foundation
import TestSupport
import Values

/// Another claim made from one: with other ids, days, amounts and accounts, sometimes broken.
struct ClaimVariation {
  private let base: String

  init(_ line: String) { base = line }

  func line(using generator: inout SeededGenerator) -> String {
    var line = base
    set("claim_id", "\"c\(Int.random(in: 0...99_999, using: &generator))\"", in: &line)
    if Bool.random(using: &generator) { setAmounts(&line, using: &generator) }
    if Bool.random(using: &generator) { setAccounts(&line, using: &generator) }
    if Bool.random(using: &generator) { shiftDays(&line, using: &generator) }
    if Int.random(in: 0..<4, using: &generator) == 0 { add(&line, using: &generator) }
    if Int.random(in: 0..<6, using: &generator) == 0 { breakIt(&line, using: &generator) }
    return line
  }

  /// The text of a member's value; members are written with one space.
  private func value(_ name: String, in line: String) -> Range<String.Index>? {
    guard let start = line.range(of: "\"\(name)\": ")?.upperBound else { return nil }
    let end = line[start...].firstIndex { $0 == "," || $0 == "}" }
    return end.map { start..<$0 }
  }

  private func set(_ name: String, _ text: String, in line: inout String) {
    if let range = value(name, in: line) { line.replaceSubrange(range, with: text) }
  }

  private func setAmounts(_ line: inout String, using generator: inout SeededGenerator) {
    func amount(_ most: Int64) -> Int64 {
      Bool.random(using: &generator) ? 0 : Int64.random(in: 0...most, using: &generator)
    }
    let most: Int64 = [999, 1_000_000, 40_000_000, 9_999_999_999].randomElement(using: &generator) ?? 999
    let parts = [amount(most / 10), amount(most / 10), amount(most / 10), amount(most)]
    let names = ["fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt"]
    for (name, part) in zip(names, parts) { set(name, written(part, using: &generator), in: &line) }
    set("medfee_sumamt", written(parts.reduce(0, +), using: &generator), in: &line)
  }

  /// Yuan in one of the ways in which they may be written.
  private func written(_ fen: Int64, using generator: inout SeededGenerator) -> String {
    let text = "\(Fen(fen))"
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return "\"\(text)\""
    case 1 where text.hasSuffix("0"): return String(text.dropLast())
    case 2 where text.hasSuffix(".00"): return String(text.dropLast(3))
    default: return text
    }
  }

  private func setAccounts(_ line: inout String, using generator: inout SeededGenerator) {
    guard let start = line.range(of: "\"accounts\": {")?.upperBound, let end = line[start...].firstIndex(of: "}") else {
      return
    }
    let members = line[start..<end].split(separator: ",").map { member in
      let name = member.prefix { $0 != ":" }
      if name.contains("*") || Int.random(in: 0..<4, using: &generator) == 0 { return String(member) }
      let isCount = name.contains("occurrences")
      let number = Int64.random(in: 0...(isCount ? 4 : 12_000_000), using: &generator)
      return "\(name): " + (isCount ? "\(number)" : written(number, using: &generator))
    }
    line.replaceSubrange(start..<end, with: members.joined(separator: ","))
  }

  private func shiftDays(_ line: inout String, using generator: inout SeededGenerator) {
    let days = Int.random(in: -40...40, using: &generator)
    for name in ["begntime", "endtime", "setl_time"] {
      guard let range = value(name, in: line), let day = CivilDate(line[range].dropFirst().dropLast()) else { continue }
      let own = Int.random(in: 0..<8, using: &generator) == 0 ? Int.random(in: -9...9, using: &generator) : 0
      line.replaceSubrange(range, with: "\"\(day.advanced(by: days + own))\"")
    }
  }

  /// A member more.
  private func add(_ line: inout String, using generator: inout SeededGenerator) {
    let members = [
      "\"psn_no\": \"P1\"", "\"psn_no\": \"\"", "\"psn_no\": \"张三\"", "\"fixmedins_code\": \"H1101\"",
      "\"emp_no\": \"e\"",
      "\"age\": 30", "\"brdy\": \"1960-02-29\"", "\"brdy\": \"2001-07-01\"", "\"er_flag\": \"1\"",
      "\"trum_flag\": \"0\"",
      "\"filings\": []", "\"feedetail\": []", "\"nobody\": 1", "\"claim_id\": \"twice\"", "\"psn_no\": 12",
      "\"channel\": \"manual\"", "\"attributes\": {}", "\"catalogue\" : \"treatment\"", "\"setl_time\": \"2024-02-30\"",
    ]
    line.removeLast()
    line += ", \(members.randomElement(using: &generator) ?? "")}"
  }

  /// One byte other, more or less.
  private func breakIt(_ line: inout String, using generator: inout SeededGenerator) {
    var bytes = Array(line.utf8)
    let index = Int.random(in: bytes.indices, using: &generator)
    let byte = Array("\"\\{}[]:,. -+0123456789eE\u{7}é\t".utf8).randomElement(using: &generator) ?? 0
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: bytes[index] = byte
    case 1: bytes.insert(byte, at: index)
    default: bytes.remove(at: index)
    }
    line = String(decoding: bytes, as: UTF8.self)
  }
}
