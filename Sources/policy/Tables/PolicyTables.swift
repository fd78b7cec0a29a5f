import Findings
import PolicyModel
import Values

/// A region's rules in force as tables, each value with its source.
struct PolicyTables {
  let text: String

  init(_ policy: ResolvedPolicy, options: LanguageOptions) {
    let writer = PolicyTableWriter(policy: policy, options: options)
    text =
      writer.head + writer.facts + writer.diseases + writer.plans + writer.refusals + writer.filing + writer.nonLocal
      + writer.visitLife + writer.fund + writer.guardrails
      + writer.questions
  }
}

struct PolicyTableWriter {
  let policy: ResolvedPolicy
  let options: LanguageOptions

  var isChinese: Bool { options.language == .chinese }

  func say(_ chinese: String, _ english: String) -> String { options.say(chinese, english) }

  var head: String {
    var text = "\(policy.title)  \(policy.region)  \(policy.inForce)\n"
    for version in policy.lineage {
      text +=
        "  \(version.region == policy.region ? say("本地区", "own") : say("上级", "parent")) \(version.region) \(version.title)（\(version.inForce)） \(version.file.path)\n"
    }
    let unit =
      policy.rounding.rounding.unit == 1
      ? say("分", "fen") : policy.rounding.rounding.unit == 10 ? say("角", "jiao") : say("元", "yuan")
    text += say(
      "  待遇年度起于 \(policy.benefitYear.start)；舍入：\(policy.rounding.rounding.mode.rawValue) 到\(unit)\n",
      "  benefit year starts \(policy.benefitYear.start); rounding \(policy.rounding.rounding.mode.rawValue) to \(unit)\n"
    )
    return text + "\n"
  }

  var plans: String {
    policy.plans.map { plan in
      var table = figures
      for layer in plan.layers { rows(of: layer).forEach { table.append($0) } }
      return "■ \(plan.title)（\(plan.name)）  \(conditions(plan.applies))\n" + table.rendered() + "\n"
    }.joined()
  }

  private var figures: TextTable {
    TextTable(
      columns: [
        .init(say("支付层", "layer")), .init(say("项目", "item")), .init(say("情形", "case")),
        .init(say("值", "value"), .right),
        .init(say("依据", "source")),
      ], indentation: 2)
  }

  /// What claims of the region have to carry beside the platform's fields.
  var facts: String {
    var lines = policy.space.attributes.map { attribute in
      let values =
        attribute.isNumeric
        ? say("整数", "whole number")
        : attribute.values.map { "\($0.id) \($0.chinese)" }.joined(separator: say("、", ", "))
      return "  \(attribute.name) \(attribute.chinese)：\(values)\n"
    }
    for item in policy.space.classes {
      if case .attribute(let name, let value) = item.members {
        lines.append("  \(name) = \(value)：\(item.title)\n")
      }
    }
    if lines.isEmpty { return "" }
    return say("■ 请求要带的属性（attributes）\n", "■ attributes that claims carry\n") + lines.joined() + "\n"
  }

  var diseases: String {
    guard let list = policy.space.diseases else { return "" }
    let titles = list.diseases.map { disease in
      let group = disease.group.map { id in list.groups.first { $0.id == id }?.title ?? id }
      return "\(disease.code) \(disease.title)" + (group.map { "（\($0)）" } ?? "")
    }
    return say("■ 门诊慢特病病种 \(titles.count) 种\n", "■ \(titles.count) chronic and special diseases\n")
      + titles.map { "  \($0)\n" }.joined() + "\n"
  }

  var refusals: String {
    guard !policy.refusals.isEmpty else { return "" }
    return policy.refusals.map { refusal in
      let kind = refusal.kind == .notKnown ? say("未查明", "not known") : say("不予支付", "not offered")
      return "□ \(refusal.plan)  \(kind)：\(refusal.reason)  \(conditions(refusal.applies))\n"
    }.joined() + "\n"
  }

  var guardrails: String {
    guard !policy.guardrails.isEmpty else { return "" }
    var table = TextTable(
      columns: [
        .init(say("上级限制", "guardrail")), .init(say("情形", "case")), .init(say("百分点", "points"), .right),
        .init(say("依据", "source")),
      ], indentation: 2)
    for guardrail in policy.guardrails {
      let kind = guardrail.strictness == .atMost ? say("不超过", "at most") : say("左右", "about")
      for row in guardrail.table.rows {
        table.append([
          guardrail.id, keys(guardrail.table.dimensions, row.keys),
          row.leaf.map { "\(kind) \($0.value.percentText)" } ?? "—",
          row.leaf.map { source($0.citation) } ?? "",
        ])
      }
    }
    return say("■ 上级对异地降幅的限制\n", "■ limits set by the levels above\n") + table.rendered() + "\n"
  }

  var questions: String {
    let questions = policy.lineage.flatMap(\.openQuestions)
    guard !questions.isEmpty else { return "" }
    return say("■ 待定问题\n", "■ open questions\n")
      + questions.map { question in
        "  ? \(question.question)\n"
          + say(
            "    假定：\(question.assumed)；另一取法：\(question.otherwise)（\(question.path)）\n",
            "    assumed: \(question.assumed); otherwise: \(question.otherwise) (\(question.path))\n")
      }.joined()
  }
}
