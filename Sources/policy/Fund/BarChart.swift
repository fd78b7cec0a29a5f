import Values

/// Bars from left to right as SVG: what a page shows beside its tables.
struct BarChart {
  struct Bar {
    let label: String
    /// Sets the length.
    let amount: Int64
    /// What stands at its end.
    let text: String
    /// The share of the bar that is filled darker, in hundredths of a percent; nil for a plain one.
    var darker: Int64?
  }

  let title: String
  let bars: [Bar]

  private static let row = 26
  private static let labels = 150
  private static let width = 420

  /// Nothing when there are no bars.
  var svg: String {
    guard let longest = bars.map(\.amount).max(), longest > 0 else { return "" }
    let height = bars.count * BarChart.row + 8
    var text = """
      <figure><figcaption>\(HTMLText.escaped(title))</figcaption>
      <svg viewBox="0 0 720 \(height)" role="img" aria-label="\(HTMLText.escaped(title))">

      """
    for (index, bar) in bars.enumerated() {
      let top = index * BarChart.row + 4
      let length = BarChart.length(max(bar.amount, 0), of: longest)
      text += """
        <text x="\(BarChart.labels - 8)" y="\(top + 15)" text-anchor="end">\(HTMLText.escaped(bar.label))</text>
        <rect x="\(BarChart.labels)" y="\(top)" width="\(length)" height="20" fill="#9fb3c8"/>

        """
      if let darker = bar.darker {
        let part = BarChart.length(Int64(length) * min(max(darker, 0), 10_000), of: 10_000 * Int64(BarChart.width))
        text += "<rect x=\"\(BarChart.labels)\" y=\"\(top)\" width=\"\(part)\" height=\"20\" fill=\"#2b6cb0\"/>\n"
      }
      text +=
        "<text x=\"\(BarChart.labels + length + 6)\" y=\"\(top + 15)\">\(HTMLText.escaped(bar.text))</text>\n"
    }
    return text + "</svg></figure>\n"
  }

  /// Whole units, so that nothing is rounded twice.
  private static func length(_ amount: Int64, of longest: Int64) -> Int {
    guard longest > 0 else { return 0 }
    return Int(Int128(amount) * Int128(width) / Int128(longest))
  }
}

/// Text inside of a page.
enum HTMLText {
  static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }
}
