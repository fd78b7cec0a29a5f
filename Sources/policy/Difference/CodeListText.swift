import PolicyModel
import Sides

/// What the code lists of two sides take for something else.
struct CodeListText {
  let text: String
  /// Of each list so many codes are told.
  private static let longest = 20

  init(_ differences: [CodeListDifference], options: LanguageOptions) {
    if differences.isEmpty {
      text = ""
      return
    }
    var lists: [(list: CodeListDifference.List, codes: [CodeListDifference])] = []
    for difference in differences {
      if lists.last?.list != difference.list { lists.append((difference.list, [])) }
      lists[lists.count - 1].codes.append(difference)
    }
    let lines = lists.flatMap { list, codes in
      let name = options.say(list.chinese, list.key)
      let told = codes.prefix(CodeListText.longest).map { code in
        "  \(name) \(code.code): \(options.text(code.before)) → \(options.text(code.after))\n"
      }
      let rest = codes.count - told.count
      return told + (rest > 0 ? [options.say("  \(name) 另有 \(rest) 个代码不同\n", "  \(name): \(rest) more codes\n")] : [])
    }
    text =
      options.say("\n■ 编码表（同样的请求会被认作不同的情形）\n", "\n■ code lists (the same claim is taken for another case)\n")
      + lines.joined()
  }
}

extension LanguageOptions {
  /// What a code stands for; nothing more than that it is there when it has no meaning of its own.
  fileprivate func text(_ meaning: String?) -> String {
    meaning.map { $0.isEmpty ? say("有", "listed") : $0 } ?? "—"
  }
}

extension CodeListDifference.List {
  /// For programs.
  var key: String {
    switch self {
    case .dimension(let dimension): dimension.name
    case .region: "regions"
    case .disease: "diseases"
    case .fund: "funds"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .dimension(let dimension): dimension.chinese
    case .region: "医保区划"
    case .disease: "病种"
    case .fund: "基金"
    }
  }
}
