/// Findings of what cases exercise of the rules, and of cases that a program proposed.
extension FindingKind {
  package static let figureNotReached = FindingKind(
    "T0120", .warning,
    zh: .init(
      "没有案例用到这个数：{kind_zh} {value}（{where}）", help: "加一个案例：{keys_zh}；policy test --suggest 可以起草",
      why: "没有案例用到的数，抄错了没有人知道"),
    en: .init(
      "no case uses this figure: {kind} {value} ({where})",
      help: "add a case: {keys}; policy test --suggest drafts one",
      why: "nobody notices a slip in a figure that no case uses"))
  package static let figureNotNoticed = FindingKind(
    "T0121", .warning,
    zh: .init(
      "改动这个数，没有案例不符：{kind_zh} {value}（{where}）",
      help: "加一个得数取决于它的案例，或在已有案例里写上相应的期望：{keys_zh}",
      why: "案例用到了规则，但把这个数改动一点，全部期望仍然相符，等于没有检验它"),
    en: .init(
      "no case fails when this figure is changed: {kind} {value} ({where})",
      help: "add a case whose result depends on it, or expect that result in a case there is: {keys}",
      why: "cases come by the rule, but all expectations still hold when the figure is changed slightly"))
  package static let capNeverBinds = FindingKind(
    "T0122", .warning,
    zh: .init(
      "没有案例达到这个限额：{value}（{where}）", help: "加一个达到限额的案例：{keys_zh}", why: "从来没有达到的限额，写成多少案例都相符"),
    en: .init(
      "no case reaches this cap: {value} ({where})", help: "add a case that reaches it: {keys}",
      why: "a cap that is never reached may say anything"))
  package static let capAlwaysBinds = FindingKind(
    "T0123", .warning,
    zh: .init(
      "用到这个限额的案例都达到了限额：{value}（{where}）", help: "加一个没有达到限额的案例：{keys_zh}",
      why: "只检验达到限额的情形，看不出限额以内是不是照付"),
    en: .init(
      "every case that meets this cap reaches it: {value} ({where})", help: "add a case that stays below it: {keys}",
      why: "cases that all reach a cap do not show that what lies below it is paid"))
  package static let versionNotExercised = FindingKind(
    "T0124", .warning,
    zh: .init("没有案例的结算日在这一版规则施行期间：{value}", help: "加一个案例，结算日在此期间", why: "每一版都要有案例，否则换版有没有生效没有人知道"),
    en: .init(
      "no case is settled while this version is in force: {value}", help: "add a case settled on one of these days",
      why: "without a case nobody knows whether a version took effect"))
  package static let coverageBelowThreshold = FindingKind(
    "T0125",
    zh: .init(
      "{region}：案例只检验了 {covered}/{total} 项（{percent}%），要求 {threshold}%", help: "按上面列出的位置补案例",
      why: "规则文件的每个数都要有一个案例，数改了就不符"),
    en: .init(
      "{region}: cases check only {covered} of {total} items ({percent}%); {threshold}% are asked for",
      help: "add cases for the places listed above",
      why: "for every figure of a rule file some case has to fail when it changes"))
  package static let caseUnconfirmed = FindingKind(
    "T0126",
    zh: .init(
      "案例“{name}”的结果还没有人核对", help: "按规定自己算一遍，改正期望和出处，再删去 to_confirm（待确认）",
      why: "起草的结果是程序自己算的，照抄就检验不出程序和规则的错"),
    en: .init(
      "nobody has confirmed the results of case `{name}`",
      help: "work the result out from the rules, correct expectations and source, then remove to_confirm",
      why: "drafted results were computed by this program; copied, they test neither it nor the rules"))
  package static let nothingToCover = FindingKind(
    "T0127",
    zh: .init("没有案例属于规则文件夹“{path}”", help: "检查 --policies 和案例文件里的 policies", why: "没有案例就没有覆盖可言"),
    en: .init(
      "no case is about the rules in `{path}`", help: "check --policies and the `policies` key of the case files",
      why: "without cases there is no coverage to speak of"))

  package static let coverageKinds: [FindingKind] = [
    figureNotReached, figureNotNoticed, capNeverBinds, capAlwaysBinds, versionNotExercised, coverageBelowThreshold,
    caseUnconfirmed, nothingToCover,
  ]
}
