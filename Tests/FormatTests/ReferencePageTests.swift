import Testing

@testable import Format

/// The page that documents the keys of a format.
@Suite("Reference page")
struct ReferencePageTests {
  private let part = RecordShape(
    Word("part", "部分"),
    [Key("on", "开", .scalar(.flag), required: true, meaning: Word("whether | it is on", "是否<开>"))])

  private func page(_ keys: [Key]) -> String {
    ReferencePage.markdown(for: RecordShape(Word("root", "根"), keys), title: Word("the format", "格式"))
  }

  private func key(_ english: String, _ chinese: String, _ shape: Shape) -> Key {
    Key(english, chinese, shape, meaning: Word("meaning", "含义"))
  }

  @Test("A small page")
  func small() {
    let choice = Shape.choice(ChoiceShape(Word("unit", "单位"), [Word("fen", "分"), Word("1", "1")]))
    let text = page([key("part", "部分", .record(part)), key("unit", "单位", choice), key("id", "代号", .scalar(.points))])
    #expect(
      text == #"""
        # 格式 the format

        每个键都有中文和英文两个名字，一个文件只用一种语言的名字。

        Every key has a Chinese and an English name; a file uses the names of one language throughout.

        | 键 / key | 写法 / form | 必填 / required | 含义 | meaning |
        | --- | --- | --- | --- | --- |
        | `部分` `part` | [部分 part](#part) |  | 含义 | meaning |
        | `单位` `unit` | `分` `fen`；`1` |  | 含义 | meaning |
        | `代号` `id` | 百分点，如 10个百分点 percentage points such as 10 points |  | 含义 | meaning |

        <a id="part"></a>

        ## 部分 part

        | 键 / key | 写法 / form | 必填 / required | 含义 | meaning |
        | --- | --- | --- | --- | --- |
        | `开` `on` | true 或 false true or false | 是 yes | 是否\<开> | whether \| it is on |

        ## 单个值 single values

        | 写法 | form | 正则表达式 / pattern |
        | --- | --- | --- |
        | true 或 false | true or false |  |
        | 百分点，如 10个百分点 | percentage points such as 10 points | `^[0-9]{1,3}(\.[0-9]{1,4})?( points\|个百分点)$` |

        """#)
  }

  @Test("A shape is described once, and its uses link there")
  func shared() {
    let text = page([
      key("a", "甲", .record(part)), key("b", "乙", .list(ListShape(.record(part)))),
      key("c", "丙", .dictionary(DictionaryShape(Word("parts", "各部分"), .record(part)))),
    ])
    #expect(text.split(separator: "\n").count { $0 == "## 部分 part" } == 1)
    #expect(text.contains("| `乙` `b` | 列表 list: [部分 part](#part) |"))
    #expect(text.contains("| `丙` `c` | 映射 mapping: {名称 a name: [部分 part](#part)} |"))
  }

  @Test("Different shapes of one title have numbered headings")
  func numbered() {
    let other = RecordShape(part.title, [key("off", "关", .scalar(.flag))])
    let text = page([key("a", "甲", .variants([part, other]))])
    #expect(text.contains("[部分 part](#part) 或 or [部分 part](#part_2)"))
    #expect(text.contains("<a id=\"part_2\"></a>\n\n## 部分 part (2)\n"))
  }

  @Test("A table shows its leaf, its own keys and its dimensions")
  func table() {
    let table = TableShape(Word("counts", "数目"), leaf: .scalar(.integer), dimensions: [.person, .age])
    let text = page([key("a", "甲", .table(table)), key("b", "乙", .filter([.person, .age]))])
    #expect(text.contains("## 数目 counts\n\n直接写“值”，或写下列映射。"))
    #expect(text.contains("| `值` `value` | 整数 a whole number |"))
    #expect(text.contains("| `按` `by` | [维度 dimensions](#dimensions)，可为列表 or a list | `各档` `cases` |"))
    #expect(text.contains("| `乙` `b` | 条件 conditions: {[维度 dimensions](#dimensions): …} |"))
    #expect(text.contains("| `人员` `person` | `在职` `employed`；`退休` `retired` |\n| `年龄` `age` | 整数 whole number |"))
  }

  @Test("Parts of parts have deeper headings, and dimensions come last")
  func depth() {
    let inner = RecordShape(Word("inner", "内"), [key("for", "对象", .filter([.person]))])
    let outer = RecordShape(Word("outer", "外"), [key("inner", "内", .record(inner))])
    let headings = page([key("outer", "外", .record(outer)), key("part", "部分", .record(part))])
      .split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(
      headings == [
        "# 格式 the format", "## 外 outer", "### 内 inner", "## 部分 part", "## 维度 dimensions", "## 单个值 single values",
      ])
  }

  @Test("The text is the same every time")
  func deterministic() {
    let table = TableShape(Word("counts", "数目"), leaf: .record(part), dimensions: [.person, .age])
    let texts = Set((0..<20).map { _ in page([key("a", "甲", .table(table)), key("b", "乙", .record(part))]) })
    #expect(texts.count == 1)
  }
}
