import SourceTree
import Findings
import Values

extension ScalarKind {
  /// Yuan with at most two decimals, read from its characters.
  package static let money = ScalarKind(
    Word("an amount in yuan", "金额（元）"),
    schema: ["type": "number", "minimum": 0, "maximum": 99_999_999_999_999],
    needsSource: true
  ) { scalar, _ in
    if let problem = numberTrap(scalar) { return problem }
    return amount(scalar.text)
  }

  /// The same of a JSON message: a number or a string.
  package static let wireMoney = ScalarKind(
    Word("an amount in yuan", "金额（元）"),
    schema: [
      "anyOf": [["type": "number", "minimum": 0], ["type": "string", "pattern": "^[0-9]+(\\.[0-9]{1,2})?$"]]
    ], plainForm: .money
  ) { scalar, _ in
    leadingZero(scalar.text) ?? amount(scalar.text)
  }

  /// An amount of a result: a reversal's are negative.
  package static let resultMoney = ScalarKind(
    Word("an amount in yuan, negative in a reversal", "金额（元），退费为负"),
    schema: [
      "anyOf": [["type": "number"], ["type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,2})?$"]]
    ]
  ) { scalar, _ in
    guard scalar.text.hasPrefix("-") else { return leadingZero(scalar.text) ?? amount(scalar.text) }
    let positive = String(scalar.text.dropFirst())
    switch leadingZero(positive) ?? amount(positive) {
    case .value(.money(let fen)): return .value(.money(Fen(-fen.count)))
    case let problem: return problem
    }
  }

  /// A share, `85%`.
  package static let ratio = ScalarKind(
    Word("a ratio such as 85%", "比例，如 85%"),
    schema: ["type": "string", "pattern": "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]{1,4})?)%$"], needsSource: true
  ) { scalar, _ in
    share(scalar, most: .one)
  }

  /// A factor on an amount, `50%` or `200%`.
  package static let factor = ScalarKind(
    Word("a factor such as 50% or 200%", "倍数，如 50% 或 200%"),
    schema: ["type": "string", "pattern": "^(1000(\\.0+)?|[0-9]{1,3}(\\.[0-9]{1,4})?)%$"], needsSource: true
  ) { scalar, _ in
    share(scalar, most: Ratio(millionths: 10_000_000))
  }

  /// A number of days, or `never`, which is read as text.
  package static let daysOrNever = ScalarKind(
    Word("a number of days or `never`", "天数或“不再收”"),
    schema: ["anyOf": [["type": "integer", "minimum": 1, "maximum": 9999], ["enum": ["never", "不再收"]]]],
    needsSource: true, words: .whole([Word("never", "不再收")])
  ) { scalar, vocabulary in
    if scalar.text == (vocabulary == .chinese ? "不再收" : "never") { return .value(.text("never")) }
    return count(scalar)
  }

  /// A number of days, one or more.
  package static let days = ScalarKind(
    Word("a number of days", "天数"), schema: ["type": "integer", "minimum": 1, "maximum": 9999]
  ) { scalar, _ in count(scalar) }

  /// A number of months, one or more.
  package static let months = ScalarKind(
    Word("a number of months", "月数"), schema: ["type": "integer", "minimum": 1, "maximum": 1200], needsSource: true
  ) { scalar, _ in count(scalar, upTo: 1200) }

  /// A number of institutions, one or more.
  package static let institutions = ScalarKind(
    Word("a number of institutions", "机构数"), schema: ["type": "integer", "minimum": 1, "maximum": 99],
    needsSource: true
  ) { scalar, _ in count(scalar, upTo: 99) }

  static func count(_ scalar: Scalar, upTo limit: Int64 = 9999) -> ScalarOutcome {
    if let trap = numberTrap(scalar) { return trap }
    guard let value = try? DecimalText.scaled(scalar.text, decimals: 0), (1...limit).contains(value) else {
      return .problem(.notACount, ["text": scalar.text, "limit": "\(limit)"])
    }
    return .value(.integer(Int(value)))
  }

  /// An amount, or `unlimited`, which is read as text.
  package static let moneyOrUnlimited = ScalarKind(
    Word("an amount in yuan or `unlimited`", "金额（元）或“不封顶”"),
    schema: [
      "anyOf": [["type": "number", "minimum": 0, "maximum": 99_999_999_999_999], ["enum": ["unlimited", "不封顶"]]]
    ], needsSource: true, words: .whole([Word("unlimited", "不封顶")])
  ) { scalar, vocabulary in
    if scalar.text == (vocabulary == .chinese ? "不封顶" : "unlimited") { return .value(.text("unlimited")) }
    if let problem = numberTrap(scalar) { return problem }
    return amount(scalar.text)
  }

  private static let pointsWord = Word(" points", "个百分点")

  /// Percentage points, `10 points` or `10个百分点`.
  package static let points = ScalarKind(
    Word("percentage points such as 10 points", "百分点，如 10个百分点"),
    schema: ["type": "string", "pattern": "^[0-9]{1,3}(\\.[0-9]{1,4})?( points|个百分点)$"], needsSource: true,
    words: .suffix(pointsWord)
  ) { scalar, vocabulary in
    percentagePoints(scalar, vocabulary)
  }

  /// Percentage points, or `none` where no limit is set; as text in that case.
  package static let pointsOrNone = ScalarKind(
    Word("percentage points or `none`", "百分点或“无”"),
    schema: ["type": "string", "pattern": "^([0-9]{1,3}(\\.[0-9]{1,4})?( points|个百分点)|none|无)$"], needsSource: true,
    words: .several([.whole([Word("none", "无")]), .suffix(pointsWord)])
  ) { scalar, vocabulary in
    if scalar.text == (vocabulary == .chinese ? "无" : "none") { return .value(.text("none")) }
    return percentagePoints(scalar, vocabulary)
  }

  /// A whole number, not negative.
  package static let integer = ScalarKind(
    Word("a whole number", "整数"), schema: ["type": "integer", "minimum": 0]
  ) { scalar, _ in
    if let problem = numberTrap(scalar) { return problem }
    guard let value = try? DecimalText.scaled(scalar.text, decimals: 0), (0...1_000_000_000).contains(value) else {
      return .problem(.notAnInteger, ["text": scalar.text])
    }
    return .value(.integer(Int(value)))
  }

  /// The upper end of a column of expense: `to 30000` (it belongs to the column) or `above`.
  package static let columnEnd = ScalarKind(
    Word("a column such as `to 30000` or `above`", "分段，如 至 30000 或 以上"),
    schema: ["type": "string", "pattern": "^((to|至) [0-9]+(\\.[0-9]{1,2})?|above|以上)$"],
    words: .several([.whole([Word("above", "以上")]), .prefix(Word("to ", "至 "))])
  ) { scalar, vocabulary in
    let to = vocabulary == .chinese ? "至" : "to"
    let above = vocabulary == .chinese ? "以上" : "above"
    if scalar.text == above { return .value(.columnEnd(nil)) }
    let parts = scalar.text.split(separator: " ")
    guard parts.count == 2, parts[0] == to, case .value(.money(let end)) = amount(String(parts[1])) else {
      return .problem(.badColumnEnd, ["text": scalar.text, "to": to, "above": above])
    }
    return .value(.columnEnd(end))
  }

  private static func amount(_ text: String) -> ScalarOutcome {
    // `1.300` is more likely a thousand and three hundred than one yuan thirty.
    if let point = text.utf8.firstIndex(of: UInt8(ascii: ".")), text.utf8[point...].dropFirst().count > 2,
      (try? DecimalText.scaled(text, decimals: 8)) != nil
    {
      return .problem(.amountTooPrecise, ["text": text])
    }
    do {
      let fen = try DecimalText.scaled(text, decimals: 2)
      if fen < 0 || (fen == 0 && text.hasPrefix("-")) { return .problem(.amountNegative, ["text": text]) }
      if Fen(fen) > .largest { return .problem(.amountTooLarge, ["text": text]) }
      return .value(.money(Fen(fen)))
    } catch {
      switch error {
      case .tooManyDecimals: return .problem(.amountTooPrecise, ["text": text])
      case .tooLarge: return .problem(.amountTooLarge, ["text": text])
      case .notANumber: return amountTrap(text)
      }
    }
  }

  /// Names the slip when a text is nearly an amount.
  private static func amountTrap(_ text: String) -> ScalarOutcome {
    func isAmount(_ candidate: String) -> Bool {
      if case .value = amount(candidate) { true } else { false }
    }
    let ascii = halfWidth(text)
    let withoutCommas = ascii.filter { $0 != "," && $0 != "_" && $0 != " " }
    var withoutUnit = withoutCommas
    if withoutUnit.hasSuffix("元") { withoutUnit.removeLast() }
    if let first = withoutUnit.first, first == "¥" || first == "￥" { withoutUnit.removeFirst() }
    if withoutUnit.hasSuffix("万"), let yuan = tenThousands(String(withoutUnit.dropLast())) { withoutUnit = yuan }
    guard isPlainDecimal(withoutUnit), isAmount(withoutUnit) else { return .problem(.notAnAmount, ["text": text]) }
    let arguments = ["text": text, "corrected": withoutUnit]
    if ascii != text { return .problem(.fullWidthValue, arguments) }
    return .problem(withoutUnit == withoutCommas ? .thousandsSeparator : .amountWithUnit, arguments)
  }

  private static func tenThousands(_ text: String) -> String? {
    guard let value = try? DecimalText.scaled(text, decimals: 4), value >= 0 else { return nil }
    return "\(value)"
  }

  private static func isPlainDecimal(_ text: String) -> Bool {
    (try? DecimalText.scaled(text, decimals: 2)) != nil
  }

  private static func share(_ scalar: Scalar, most: Ratio) -> ScalarOutcome {
    let text = scalar.text
    if text.hasSuffix("%"), let problem = leadingZero(text) { return problem }
    if text.hasSuffix("%"), let millionths = try? DecimalText.scaled(text.dropLast(), decimals: 4) {
      guard (0...most.millionths).contains(millionths), !text.hasPrefix("-") else {
        return .problem(.ratioOutOfRange, ["text": text, "most": most.description])
      }
      return .value(.ratio(Ratio(millionths: millionths)))
    }
    let ascii = halfWidth(text).filter { $0 != " " }
    if ascii != text.filter({ $0 != " " }), ascii.hasSuffix("%"), isRatio(ascii) {
      return .problem(.fullWidthValue, ["text": text, "corrected": ascii])
    }
    if let value = try? DecimalText.scaled(ascii, decimals: 4), value >= 0 {
      // 0.85 and 1 are shares of one, 85 is a percentage; 4 is a factor of four where factors may be.
      let limit: Int64 = most > .one ? 100_000 : 10_000
      let percent = value <= limit ? Ratio(millionths: value * 100) : Ratio(millionths: min(value, 1_000_000))
      return .problem(.bareRatio, ["text": text, "corrected": percent.description])
    }
    return .problem(.notARatio, ["text": text])
  }

  private static func isRatio(_ text: String) -> Bool {
    (try? DecimalText.scaled(text.dropLast(), decimals: 4)).map { (0...1_000_000).contains($0) } ?? false
  }

  private static func percentagePoints(_ scalar: Scalar, _ vocabulary: Vocabulary) -> ScalarOutcome {
    let suffix = vocabulary == .chinese ? "个百分点" : " points"
    if scalar.text.hasSuffix(suffix),
      let value = try? DecimalText.scaled(scalar.text.dropLast(suffix.count), decimals: 4),
      (0...1_000_000).contains(value)
    {
      return .value(.points(Ratio(millionths: value)))
    }
    let digits = halfWidth(scalar.text).prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let corrected = digits.isEmpty ? "10\(suffix)" : "\(digits)\(suffix)"
    return .problem(.notPoints, ["text": scalar.text, "corrected": corrected])
  }
}

/// `0100` and `085%`, which some readers take for octal.
private func leadingZero(_ text: String) -> ScalarOutcome? {
  guard text.utf8.first == UInt8(ascii: "0") else { return nil }
  guard text.utf8.dropFirst().first.map({ (0x30...0x39).contains($0) }) ?? false else { return nil }
  let trimmed = String(text.drop { $0 == "0" })
  let corrected = trimmed.first?.isNumber ?? false ? trimmed : "0" + trimmed
  return .problem(.octalLooking, ["text": text, "corrected": corrected])
}

/// Slips that a number may carry before its digits are looked at: quotes, a leading zero.
private func numberTrap(_ scalar: Scalar) -> ScalarOutcome? {
  let text = scalar.text
  if let problem = leadingZero(text) { return problem }
  if scalar.isQuoted, (try? DecimalText.scaled(text, decimals: 2)) != nil {
    return .problem(.quotedNumber, ["text": text, "corrected": text])
  }
  return nil
}
