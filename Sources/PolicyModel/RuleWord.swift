/// One of the fixed words that a rule file may say at some place: in English its raw value.
///
/// Formats, tables and comparisons all take the words from here.
package protocol RuleWord: RawRepresentable<String>, CaseIterable {
  /// The word in rule files written in Chinese.
  var chinese: String { get }
}
