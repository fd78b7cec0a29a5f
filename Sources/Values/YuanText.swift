/// Sums of fen as yuan; they may be larger than ``Fen`` holds.
package enum YuanText {
  /// Two decimals, `-1300.00`.
  package static func plain(_ fen: Int128) -> String {
    let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
    return (fen < 0 ? "-" : "") + "\(yuan)." + (rest < 10 ? "0" : "") + "\(rest)"
  }

  /// For people: thousands separated, `-1,300.00`.
  package static func grouped(_ fen: Int128) -> String { Fen.grouped(plain(fen)) }

  /// With its sign when it is not nothing, `+1,300.00`.
  package static func change(_ fen: Int128) -> String { (fen > 0 ? "+" : "") + grouped(fen) }
}
