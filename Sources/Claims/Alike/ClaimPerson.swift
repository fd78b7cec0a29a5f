import Findings
import JSONSyntax
import SourceTree

/// Whose a claim is, without reading all of it.
package enum ClaimPerson {
  /// What `psn_no` says; nil when the line does not tell it or is no JSON.
  package static func number(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var line = CutLine()
    if line.cut(bytes) {
      for number in 0..<line.count where line.cuts[number].member == .person {
        return String(decoding: bytes[line.cuts[number].range], as: UTF8.self)
      }
      return nil
    }
    let file = SourceFile(path: "claim", bytes: Array(bytes))
    return JSONReader.read(file, collector: FindingCollector())?["psn_no"]?.scalar?.text
  }
}
