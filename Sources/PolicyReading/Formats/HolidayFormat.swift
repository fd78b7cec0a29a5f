import Format

/// The part of the code lists about holidays.
enum HolidayFormat {
  static let shape = Shape.dictionary(
    DictionaryShape(
      Word("years", "年份"), keyKind: .year,
      .record(
        RecordShape(
          Word("year", "年份"),
          [
            Key("title", "名称", .scalar(.text), required: true, meaning: Word("title of the notice", "通知的名称")),
            Key("number", "文号", .scalar(.text), meaning: Word("its number", "通知的文号")),
            Key(
              "basis", "性质", PolicyFormat.basis, required: true,
              meaning: Word("official text, or a report of it", "官方文件或转述")),
            Key("url", "网址", .scalar(.text), meaning: Word("where it was read", "读到的网址")),
            Key("read", "查阅", .scalar(.date), meaning: Word("day it was read", "查阅日期")),
            Key(
              "off", "放假", .list(ListShape(.record(stretch))), required: true,
              meaning: Word("holidays; the first may begin in the year before", "放假的日期，第一段可以从上年末开始")),
            Key(
              "worked", "上班", .list(ListShape(.scalar(.date), minimumCount: 0)), required: true,
              meaning: Word("weekend days that are worked", "周末上班的日期")),
          ]))))

  private static let stretch = RecordShape(
    Word("holiday", "假期"),
    [
      Key("from", "自", .scalar(.date), required: true, meaning: Word("first day", "第一天")),
      Key("to", "至", .scalar(.date), meaning: Word("last day; the first when left out", "最后一天；不写为一天")),
    ])
}
