/// A part of a line of the reference page.
enum ReferencePiece: Hashable {
  case text(String)
  case code(String)
  /// To the section with this index.
  case link(Int)

  /// The two names of a key or word, the Chinese one first.
  static func names(_ word: Word) -> [ReferencePiece] {
    if word.chinese == word.english { return [.code(word.english)] }
    return [.code(word.chinese), .text(" "), .code(word.english)]
  }
}

/// A section of the reference page: what one shape looks like.
struct ReferenceSection: Hashable {
  let title: Word
  /// Paragraphs before the table.
  let notes: [[ReferencePiece]]
  let columns: [String]
  /// Cells, row by row.
  let rows: [[[ReferencePiece]]]
  /// It stands at the end of the page.
  var isAppendix = false

  /// The sections it refers to, in the order of the text.
  var targets: [Int] {
    (notes + rows.flatMap { $0 }).flatMap { $0 }.compactMap { piece in
      if case .link(let index) = piece { index } else { nil }
    }
  }
}

/// Turns shapes into sections, equal ones into the same section.
struct ReferenceCollector {
  private(set) var sections: [ReferenceSection] = []
  /// The kinds of single values, in the order of their first use.
  private(set) var kinds: [ScalarKind] = []
  private var indices: [ReferenceSection: Int] = [:]

  mutating func section(for record: RecordShape) -> Int {
    add(ReferenceSection(title: record.title, notes: [], columns: Self.keyColumns, rows: rows(for: record.keys)))
  }

  private static let keyColumns = ["键 / key", "写法 / form", "必填 / required", "含义", "meaning"]

  private mutating func add(_ section: ReferenceSection) -> Int {
    if let index = indices[section] { return index }
    indices[section] = sections.count
    sections.append(section)
    return sections.count - 1
  }

  private mutating func rows(for keys: [Key]) -> [[[ReferencePiece]]] {
    var rows: [[[ReferencePiece]]] = []
    for key in keys {
      let required: [ReferencePiece] = key.isRequired ? [.text("是 yes")] : []
      rows.append(row(key.name, form(of: key.shape), required: required, meaning: key.meaning))
    }
    return rows
  }

  private func row(_ name: Word, _ form: [ReferencePiece], required: [ReferencePiece], meaning: Word)
    -> [[ReferencePiece]]
  {
    [ReferencePiece.names(name), form, required, [.text(meaning.chinese)], [.text(meaning.english)]]
  }

  /// What may be written for the shape, in one line.
  private mutating func form(of shape: Shape) -> [ReferencePiece] {
    switch shape {
    case .record(let record): [.link(section(for: record))]
    case .dictionary(let dictionary): form(of: dictionary)
    case .list(let list): form(of: list)
    case .scalar(let kind): form(of: kind)
    case .choice(let choice): joined(choice.words.map(ReferencePiece.names), by: "；")
    case .table(let table): [.link(section(for: table))]
    case .filter(let dimensions): [.text("条件 conditions: {"), .link(section(for: dimensions)), .text(": …}")]
    case .byKind(let scalar, let list, let mapping): alternatives([scalar, list, mapping].compactMap { $0 })
    case .variants(let records): alternatives(records.map(Shape.record))
    }
  }

  private mutating func form(of dictionary: DictionaryShape) -> [ReferencePiece] {
    [.text("映射 mapping: {")] + form(of: dictionary.keyKind) + [.text(": ")] + form(of: dictionary.value) + [.text("}")]
  }

  private mutating func form(of list: ListShape) -> [ReferencePiece] {
    let length =
      switch list.minimumCount {
      case 0: "列表（可为空） list (may be empty): "
      case 1: "列表 list: "
      default: "列表（至少 \(list.minimumCount) 项） list (at least \(list.minimumCount)): "
      }
    return [.text(length)] + form(of: list.item)
  }

  private mutating func form(of kind: ScalarKind) -> [ReferencePiece] {
    if !kinds.contains(where: { $0.title == kind.title && $0.schema == kind.schema }) { kinds.append(kind) }
    return [.text(kind.title.both)]
  }

  private mutating func alternatives(_ shapes: [Shape]) -> [ReferencePiece] {
    var forms: [[ReferencePiece]] = []
    for shape in shapes { forms.append(form(of: shape)) }
    return joined(forms, by: " 或 or ")
  }

  private func joined(_ forms: [[ReferencePiece]], by separator: String) -> [ReferencePiece] {
    Array(forms.joined(separator: [.text(separator)]))
  }
}

extension ReferenceCollector {
  private mutating func section(for table: TableShape) -> Int {
    let dimensions = section(for: table.dimensions)
    let by = ReferencePiece.names(TableShape.by)
    let cases = ReferencePiece.names(TableShape.cases)
    let own = [
      row(TableShape.value, form(of: table.leaf), required: [], meaning: TableShape.valueMeaning),
      row(
        TableShape.by, [.link(dimensions), .text("，可为列表 or a list")], required: cases, meaning: TableShape.byMeaning),
      row(TableShape.cases, Self.casesForm, required: by, meaning: TableShape.casesMeaning),
    ]
    return add(
      ReferenceSection(
        title: table.title, notes: [table.allowsBareLeaf ? Self.bareNote : Self.mappingNote], columns: Self.keyColumns,
        rows: own + rows(for: table.extras)))
  }

  private static let casesForm: [ReferencePiece] =
    [.text("映射 mapping: {各档 case: 同 as ")] + ReferencePiece.names(TableShape.value) + [.text(" 或 or {各档 case: …}}")]

  private static let bareNote: [ReferencePiece] =
    [.text("直接写“值”，或写下列映射。 What `value` holds, alone, or this mapping.")]

  private static let mappingNote: [ReferencePiece] = [.text("只能写下列映射。 Always this mapping.")]

  /// The dimensions, their fixed values, and how cases and conditions are written.
  private mutating func section(for dimensions: [DimensionShape]) -> Int {
    let rows = dimensions.map { dimension in
      let values = joined(dimension.values.map(ReferencePiece.names), by: "；")
      return [ReferencePiece.names(dimension.name), dimension.isNumeric ? [.text("整数 whole number")] : values]
    }
    let section = ReferenceSection(
      title: Word("dimensions", "维度"), notes: Self.caseNotes, columns: ["维度 / dimension", "取值 / values"], rows: rows,
      isAppendix: true)
    return add(section)
  }

  private static let caseNotes: [[ReferencePiece]] = [
    [
      .text("一档或一个条件可写一个取值、用 `/` 隔开的几个取值（`a/b`），或 `任意`；整数可写 `1`、`2+`、`60..69`。")
    ],
    [
      .text("A case or a condition is a value, several values with `/` between them (`a/b`), or `any`; whole numbers "),
      .text("are written `1`, `2+`, `60..69`."),
    ],
  ]
}
