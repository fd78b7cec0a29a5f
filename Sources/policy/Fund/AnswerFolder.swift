import ArgumentParser
import Findings
import Format
import FoundationEssentials
import Records

/// A folder that gets the tables of an answer as CSV files, and whatever else belongs to it.
struct AnswerFolder {
  let path: String
  let options: LanguageOptions

  /// A file for each kind of record, named as people name the table.
  ///
  /// - Parameter place: the folder in the folder; empty for itself.
  func write(_ answer: [AnswerRecord], in place: String = "") throws {
    var texts: [(name: String, text: String)] = []
    for record in answer {
      let name = name(of: record.kind)
      if let index = texts.firstIndex(where: { $0.name == name }) {
        texts[index].text += record.csvRow(in: options.language)
      } else {
        let header = AnswerRecord.csvHeader(of: record.kind, in: options.language)
        texts.append((name, header + record.csvRow(in: options.language)))
      }
    }
    for file in texts { try write(file.text, named: place.isEmpty ? file.name : "\(place)/\(file.name)") }
  }

  /// A table of one kind of record, written as they come.
  ///
  /// - Throws: the exit code for a file that cannot be written.
  func rows(of kind: RecordKind) throws -> AnswerFile {
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return try AnswerFile(path: "\(path)/\(name(of: kind))", table: kind, options: options)
  }

  private func name(of kind: RecordKind) -> String {
    options.say(kind.name.chinese, kind.name.english) + ".csv"
  }

  /// Replaces a file as a whole; folders on the way are made.
  ///
  /// - Throws: the exit code for output that cannot be written.
  func write(_ text: String, named name: String) throws {
    let file = "\(path)/\(name)"
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? path
    let collector = FindingCollector()
    // A folder that cannot be made shows when its file is written.
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard FileReplacement.write(Array(text.utf8), to: file, collector) else {
      options.report(collector.findings)
      throw ExitCode.unusable
    }
  }
}
