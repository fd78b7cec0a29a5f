import Cores
import Findings
import Format
import PolicyModel
import Values
import YAMLSyntax

extension Catalogue {
  /// Reads the files of a catalogue folder.
  package static func read(_ files: [SourceFile], collector: FindingCollector) -> Catalogue {
    var catalogue = Catalogue()
    for part in Cores.map(files, reading) {
      collector.add(part.findings)
      if let reading = part.reading { catalogue.add(reading, collector) }
    }
    return catalogue
  }

  /// Nil when nothing could be read.
  private static func reading(_ file: SourceFile) -> (reading: Reading?, findings: [Finding]) {
    let collector = FindingCollector()
    let document = YAMLReader.read(file)
    collector.add(document.findings)
    let reading = document.root.map { root in
      ShapeReader(
        vocabulary: ShapeReader.vocabulary(of: root, shape: CatalogueFormat.document), collector: collector,
        isPartial: document.isPartial
      ).read(root, as: .record(CatalogueFormat.document))
    }
    return (reading, collector.findings)
  }

  private mutating func add(_ reading: Reading, _ collector: FindingCollector) {
    for named in reading["holidays"]?.named ?? [] {
      if let found = HolidayReader.year(named, collector) { holidays.years[found.number] = found.year }
    }
    for named in reading["regions"]?.named ?? [] {
      guard let code = RegionCode(named.id), let name = named.reading["name"]?.text,
        let level = named.reading["level"]?.word
      else { continue }
      regions[code] = Region(
        code: code, name: name, level: level, treatedAt: named.reading["treated_at"]?.text.flatMap { RegionCode($0) })
    }
    for named in reading["diseases"]?.named ?? [] {
      diseases[named.id] = named.reading["name"]?.text
      if named.reading["evidence"]?.word == "contradictory" { disputedDiseases.insert(named.id) }
    }
    for dimension in Dimension.builtIn {
      for named in reading["codes"]?[dimension.name]?.named ?? [] {
        codes[dimension, default: [:]][named.id] = named.reading.word
      }
    }
    for fund in Fund.allCases {
      guard let item = reading["funds"]?[fund.rawValue], let field = item["field"]?.text,
        let employee = item["employee"]?.text, let resident = item["resident"]?.text
      else { continue }
      funds[fund] = FundCodes(field: field, employee: employee, resident: resident)
    }
  }
}
