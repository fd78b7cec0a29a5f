import Cases
import Findings
import Format
import Layout
import Registry
import TestSupport
import Testing

@Suite("rules of the canonical layout")
struct FmtRuleTests {
  private static let head = """
    format: "1"
    region: "999999"
    title: 测试
    in_force: {from: "2024-01-01"}

    sources:
      文件:
        title: 一份文件
        basis: assumed

    """

  private func laidOut(
    _ text: String, path: String = "policies/999999-test/2024-01-01.yaml", in vocabulary: Vocabulary? = nil
  ) -> CanonicalFile {
    CanonicalFile(ruleFile: SourceFile(path: path, bytes: Array(text.utf8)), vocabulary: vocabulary)
  }

  private func section(_ text: String) throws -> String {
    let result = laidOut(Self.head + text)
    let whole = try #require(result.text, "\(result.findings.map { $0.message(in: .english) })")
    #expect(laidOut(whole).text == whole)
    #expect(whole.hasPrefix(Self.head))
    return String(whole.dropFirst(Self.head.count + 1))
  }

  @Test("keys come in the order of the description, and sections stand apart") func keysAreSorted() throws {
    let text = """
      caps: {year: {source: 文件 一, amount: 100, per: year, measures: paid}}
      sources: {文件: {basis: assumed, title: 一份文件}}
      region: '999999'
      in_force: {from: '2024-01-01'}
      title: "测试"
      format: "1"
      """
    let caps = """

      caps:
        year:
          measures: paid
          per: year
          amount: 100
          source: 文件 一

      """
    #expect(laidOut(text).text == Self.head + caps)
  }

  @Test("own-line and end-of-line comments stay with what they stand with") func commentsStay() throws {
    let text = """
      caps: # of the region
        # the first
        year:
          per: year
          # how much
          amount: 100 # yuan
          measures: paid
          # nothing more
        # the second
        month: {measures: paid, per: month, amount: 5} # small
      # the end
      """
    #expect(
      try section(text) == """
        caps:  # of the region
          # the first
          year:
            measures: paid
            per: year
            # how much
            amount: 100  # yuan
            # nothing more
          # the second
          month:  # small
            measures: paid
            per: month
            amount: 5

        # the end

        """)
  }

  @Test("comments inside brackets open them") func commentsInBrackets() throws {
    let text = """
      caps:
        year:
          measures: paid
          per: year
          amount: {by: person, # who
            cases: {employed: 1, # at work
              # at home
              retired: 2
              # nobody else
            } }
      """
    #expect(
      try section(text) == """
        caps:
          year:
            measures: paid
            per: year
            amount:
              by: person  # who
              cases:
                employed: 1  # at work
                # at home
                retired: 2
                # nobody else

        """)
  }

  @Test("a comment above the keys of an item goes above its dash") func commentAboveAnItem() throws {
    let text = """
      open_questions:
        -
          # why
          question: 一
          # where
          at: caps
          assumed: 二
          otherwise: 三
      """
    #expect(
      try section(text) == """
        open_questions:
          # why
          # where
          - at: caps
            question: 一
            assumed: 二
            otherwise: 三

        """)
  }

  @Test("order that the author chose stays: of cases, lists and names") func meaningfulOrderStays() throws {
    let text = """
      caps:
        b:
          measures: paid
          per: year
          amount: {cases: {retired: 2, employed: 1}, by: person}
        a:
          measures: paid
          per: year
          amount: 1
      """
    #expect(
      try section(text) == """
        caps:
          b:
            measures: paid
            per: year
            amount: {by: person, cases: {retired: 2, employed: 1}}
          a:
            measures: paid
            per: year
            amount: 1

        """)
  }

  @Test("quotes stand where they say something, and nowhere else") func quotes() throws {
    let text = """
      not_known:
        a: {for: {visit: 'inpatient', disease: M00503, age: "60..69"}, reason: '1.5'}
        b: {for: {visit: chronic}, reason: "一: 二"}
        c: {for: {visit: chronic}, reason: "没有 # 号"}
        d: {for: {visit: chronic}, reason: '"yes"'}
        e: {for: {visit: chronic}, reason: "yes"}
      """
    #expect(
      try section(text) == """
        not_known:
          a:
            for: {visit: inpatient, age: 60..69, disease: "M00503"}
            reason: "1.5"
          b:
            for: {visit: chronic}
            reason: "一: 二"
          c:
            for: {visit: chronic}
            reason: "没有 # 号"
          d:
            for: {visit: chronic}
            reason: "\\"yes\\""
          e:
            for: {visit: chronic}
            reason: "yes"

        """)
  }

  @Test("texts of several lines stay so") func blockTexts() throws {
    let text = """
      not_known:
        a:
          for: {visit: chronic}
          reason: |-   # two lines
              第一行
                第二行
      """
    #expect(
      try section(text) == """
        not_known:
          a:
            for: {visit: chronic}
            reason: |-  # two lines
              第一行
                第二行

        """)
  }

  @Test("anchors, aliases and directives are not lost: the file is left alone") func anchorsAreRefused() {
    let text = Self.head + "not_known:\n  a: &a {for: {visit: chronic}, reason: 一}\n  b: *a\n"
    #expect(laidOut(text).text == nil)
    #expect(laidOut(text).findings.map(\.kind.code) == ["F0302"])
    #expect(laidOut("%YAML 1.1\n---\n" + Self.head).findings.map(\.kind.code) == ["F0302"])
    #expect(laidOut("---\n" + Self.head).text == Self.head)
  }

  @Test("a file with errors is left alone and its errors are told") func errorsAreTold() {
    for text in ["caps: {year: {per: year\n", "titel: x\n", "title: 二\n", "caps:\n\tyear: 1\n"] {
      let result = laidOut(Self.head + text)
      #expect(result.text == nil)
      #expect(!result.findings.isEmpty)
    }
  }

  @Test("a name of the author's that means something in the other language stops the conversion")
  func conversionThatChangesTheMeaning() throws {
    func classes(_ name: String) -> String {
      Self.head + """
        classes:
          \(name): {of: hospital_level, is: tertiary, title: 甲, members: {codes: ["01"]}}
          inner: {of: hospital_level, is: \(name), title: 乙, members: {codes: ["02"]}}
        """
    }
    #expect(laidOut(classes("三级")).text != nil)
    #expect(laidOut(classes("三级"), in: .chinese).findings.map(\.kind.code) == ["F0303"])
    #expect(laidOut(classes("三级甲等"), in: .chinese).findings.isEmpty)
  }

  @Test("versions of a region are converted together") func versionsAreConvertedTogether() throws {
    let folder = ["2023-01-01", "2024-01-01"].map { LayoutFile.load("policies/110000-beijing/\($0).yaml") }
    let both = Set(folder.map(\.path))
    for file in folder {
      let alone = CanonicalFile(ruleFile: file, vocabulary: .chinese, folder: folder, converted: [file.path])
      #expect(alone.text == nil && alone.findings.map(\.kind.code) == ["F0304"])
      let together = CanonicalFile(ruleFile: file, vocabulary: .chinese, folder: folder, converted: both)
      #expect(together.text != nil && together.findings.isEmpty)
    }
    let orphan = CanonicalFile(ruleFile: folder[1], vocabulary: .chinese, folder: [folder[1]], converted: both)
    #expect(orphan.findings.map(\.kind.code) == ["P0340"])
  }

  @Test("the finding of a check names the first line that differs") func firstDifferingLine() throws {
    let file = SourceFile(path: "a.yaml", bytes: Array((Self.head + "caps: {year: {per: year}}\n").utf8))
    let finding = try #require(CanonicalFile.difference(of: file, from: Self.head + "\ncaps:\n"))
    #expect(finding.kind.code == "F0301")
    #expect(finding.place?.start.line == 10)
    #expect(CanonicalFile.difference(of: file, from: String(decoding: file.bytes, as: UTF8.self)) == nil)
    let windows = SourceFile(path: "a.yaml", bytes: Array("a: 1\r\n".utf8))
    #expect(CanonicalFile.difference(of: windows, from: "a: 1\n") != nil)
  }

  @Test("cases written in Chinese words settle like those in English") func chineseCasesRun() throws {
    let path = "examples/cases/hunan.cases.yaml"
    let english = LayoutFile(path: path, kind: .cases)
    let text = try #require(english.laidOut(in: .chinese).text)
    #expect(text.contains("险种类型: \"310\""))
    let collector = FindingCollector()
    let file = try #require(CaseFile.read(SourceFile(path: path, bytes: Array(text.utf8)), collector: collector))
    let registry = PolicySnapshot.load(Repository.path("policies"), catalogue: nil, includesDrafts: false)
    let counts = CaseRunner(source: registry).run(file, collector: collector)
    #expect(collector.findings.isEmpty)
    #expect(counts.failed == 0 && counts.passed > 20)
  }
}
