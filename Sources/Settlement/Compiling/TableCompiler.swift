import Findings
import PolicyModel
import Values

/// Makes a flat table of a written one and reports what it leaves out.
struct TableCompiler {
  let space: DimensionSpace
  let collector: FindingCollector
  let meetings: CaseMeetingRecorder?
  /// Nil except to find out what figures decide.
  let trial: FigureTrial?

  /// The flat table and its leaves in written order.
  func compile<Leaf>(_ table: RuleTable<Leaf>, in domain: Domain) -> (table: DenseTable, leaves: [Leaf]) {
    var leaves: [Leaf] = []
    if table.dimensions.contains(.disease), space.diseases == nil {
      collector.report(.diseasesMissing, at: firstPlace(table.cases))
    }
    checkDiseases(table.cases, table.dimensions[...])
    checkComplete(table.cases, table.dimensions[...], domain)
    let numbered = number(table.cases, &leaves)
    let axes = axes(of: table)
    let size = axes.reduce(1) { size, axis in min(size, 1_000_000) * max(1, axis.count) }
    if size > TableCompiler.sizeLimit {
      let place = table.rows.isEmpty ? nil : firstPlace(table.cases)
      collector.report(.tableTooLarge, at: place, ["size": "\(size)", "limit": "\(TableCompiler.sizeLimit)"])
      return (DenseTable(axes: [], leaves: []), leaves)
    }
    var flat: [Int32] = []
    fill(&flat, numbered, table.dimensions, axes, 0)
    return (DenseTable(axes: tried(axes, of: table), leaves: flat), leaves)
  }

  /// In a trial of a number at which cases begin: they begin one later.
  private func tried<Leaf>(_ axes: [DenseTable.Axis], of table: RuleTable<Leaf>) -> [DenseTable.Axis] {
    guard let trial, trial.changed?.number != nil else { return axes }
    return zip(axes, table.dimensions).map { axis, dimension in
      let changed = table.starts(of: dimension).filter { trial.changes($0.place, number: $0.number) }.map(\.number)
      if changed.isEmpty { return axis }
      return DenseTable.Axis(
        dimension: axis.dimension, stride: axis.stride, count: axis.count,
        intervals: axis.intervals.map { changed.contains(Int($0)) ? $0 + 1 : $0 })
    }
  }

  /// Every disease or group that rules name has to be on the list that is in force, which may be inherited.
  func checkDiseases(_ key: CaseKey, _ dimension: Dimension, at place: Place) {
    guard dimension == .disease, case .values(let values) = key else { return }
    guard space.diseases != nil else {
      collector.report(.diseasesMissing, at: place)
      return
    }
    let known = space.values(of: .disease)
    for value in values where !known.contains(value) {
      collector.report(
        .unknownDimensionValue, at: place,
        ["text": value, "dimension": dimension.chinese, "suggestion": known.prefix(20).joined(separator: ", ")])
    }
  }

  private func checkDiseases<Leaf>(_ cases: RuleTable<Leaf>.Cases, _ dimensions: ArraySlice<Dimension>) {
    guard case .split(let items, _) = cases, let dimension = dimensions.first, dimensions.contains(.disease) else {
      return
    }
    for item in items {
      // Without any list the table as a whole is the fault.
      if space.diseases != nil { checkDiseases(item.key, dimension, at: item.place) }
      checkDiseases(item.content, dimensions.dropFirst())
    }
  }

  /// More combinations than any real table has.
  static let sizeLimit = 200_000

  private func firstPlace<Leaf>(_ cases: RuleTable<Leaf>.Cases) -> Place? {
    if case .split(_, let place) = cases { place } else { nil }
  }

  /// The tree with leaves replaced by their number.
  private func number<Leaf>(_ cases: RuleTable<Leaf>.Cases, _ leaves: inout [Leaf]) -> RuleTable<Int32>.Cases {
    switch cases {
    case .leaf(let leaf):
      leaves.append(leaf)
      return .leaf(Int32(leaves.count - 1))
    case .split(let cases, let place):
      var numbered: [RuleTable<Int32>.Case] = []
      for item in cases {
        numbered.append(.init(key: item.key, place: item.place, content: number(item.content, &leaves)))
      }
      return .split(numbered, place: place)
    }
  }

  private func axes<Leaf>(of table: RuleTable<Leaf>) -> [DenseTable.Axis] {
    var sizes: [(dimension: Dimension, count: Int, intervals: [Int32])] = []
    for (depth, dimension) in table.dimensions.enumerated() {
      if dimension.isNumeric {
        let starts = intervalStarts(table.cases, depth: depth, lowest: dimension.lowerBound)
        sizes.append((dimension, starts.count, starts))
      } else {
        sizes.append((dimension, space.values(of: dimension).count, []))
      }
    }
    var stride = 1
    var axes: [DenseTable.Axis] = []
    for size in sizes.reversed() {
      axes.append(
        .init(dimension: space.slot(of: size.dimension), stride: stride, count: size.count, intervals: size.intervals))
      stride = stride.multipliedReportingOverflow(by: size.count).partialValue
    }
    return axes.reversed()
  }

  /// Where a numeric dimension's cases begin and end, over all cases at a depth.
  private func intervalStarts<Leaf>(_ cases: RuleTable<Leaf>.Cases, depth: Int, lowest: Int) -> [Int32] {
    var starts: Set<Int32> = [Int32(lowest)]
    func visit(_ cases: RuleTable<Leaf>.Cases, _ depth: Int) {
      guard case .split(let items, _) = cases else { return }
      for item in items {
        if depth > 0 {
          visit(item.content, depth - 1)
        } else if case .ranges(let ranges) = item.key {
          for range in ranges {
            starts.insert(Int32(clamping: range.lowerBound))
            if range.upperBound < Int(Int32.max) { starts.insert(Int32(range.upperBound + 1)) }
          }
        }
      }
    }
    visit(cases, depth)
    return starts.sorted()
  }

  /// The leaf numbers of all combinations of the values from a depth on; -1 for one that no case is for.
  private func fill(
    _ flat: inout [Int32], _ cases: RuleTable<Int32>.Cases, _ dimensions: [Dimension], _ axes: [DenseTable.Axis],
    _ depth: Int
  ) {
    guard depth < axes.count else {
      if case .leaf(let number) = cases { flat.append(number) } else { flat.append(-1) }
      return
    }
    guard case .split(let items, _) = cases else {
      flat += repeatElement(-1, count: size(of: axes[depth...]))
      return
    }
    let axis = axes[depth]
    let count = axis.intervals.isEmpty ? axis.count : axis.intervals.count
    for index in 0..<count {
      let candidate = axis.intervals.isEmpty ? index : Int(axis.intervals[index])
      if let content = matching(items, dimensions[depth], candidate) {
        fill(&flat, content, dimensions, axes, depth + 1)
      } else {
        flat += repeatElement(-1, count: size(of: axes[(depth + 1)...]))
      }
    }
  }

  private func size(of axes: ArraySlice<DenseTable.Axis>) -> Int { axes.reduce(1) { $0 * $1.count } }

  /// The case for a value: its own, or that of the nearest value it refines.
  private func matching<Leaf>(_ items: [RuleTable<Leaf>.Case], _ dimension: Dimension, _ value: Int)
    -> RuleTable<Leaf>.Cases?
  {
    if dimension.isNumeric { return items.first { $0.key.contains(value) }?.content }
    for id in space.lineages(of: dimension)[value] {
      let own = items.first { item in
        if case .values(let ids) = item.key { ids.contains(id) } else { false }
      }
      if let own { return own.content }
    }
    return items.first { $0.key == .any }?.content
  }

  /// Reports values of the domain that no case is for.
  private func checkComplete<Leaf>(
    _ cases: RuleTable<Leaf>.Cases, _ dimensions: ArraySlice<Dimension>, _ domain: Domain
  ) {
    guard case .split(let items, let place) = cases, let dimension = dimensions.first else { return }
    if dimension.isNumeric {
      checkRanges(items.map(\.key), dimension, at: place)
      for item in items {
        meetings?.note(item.key.isPossible(from: dimension.lowerBound), item.place)
      }
      for item in items { checkComplete(item.content, dimensions.dropFirst(), domain) }
      return
    }
    let sets = items.map { item -> ValueSet? in
      if case .values(let ids) = item.key { domain.values(named: ids, in: dimension) } else { nil }
    }
    if !items.contains(where: { $0.key == .any }) {
      checkNoneMissing(in: domain, but: sets.compactMap { $0 }, dimension, at: place)
    }
    for (item, set) in zip(items, sets) {
      let narrowed = set.map { domain.restricting(dimension, to: $0) } ?? domain
      meetings?.note(!narrowed.isEmpty, item.place)
      if !narrowed.isEmpty { checkComplete(item.content, dimensions.dropFirst(), narrowed) }
    }
  }

  private func checkNoneMissing(in domain: Domain, but sets: [ValueSet], _ dimension: Dimension, at place: Place) {
    guard var missing = domain.possible(dimension) else { return }
    for set in sets { missing.subtract(set) }
    if missing.isEmpty { return }
    let values = space.values(of: dimension)
    let names = missing.indices.map { index -> String in
      let title = space.title(of: values[index], in: dimension, chinese: true)
      return title == values[index] ? title : "\(values[index]) \(title)"
    }
    collector.report(.incompleteTable, at: place, ["missing": names.joined(separator: "、")])
  }

  private func checkRanges(_ keys: [CaseKey], _ dimension: Dimension, at place: Place) {
    var ranges: [ClosedRange<Int>] = []
    for key in keys {
      if key == .any { return }
      if case .ranges(let more) = key { ranges += more }
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var next = dimension.lowerBound
    var missing: [String] = []
    for range in ranges {
      if range.lowerBound > next {
        missing.append(range.lowerBound - 1 == next ? "\(next)" : "\(next)..\(range.lowerBound - 1)")
      }
      if range.upperBound == .max {
        next = .max
      } else {
        next = max(next, range.upperBound + 1)
      }
    }
    if next != .max { missing.append("\(next)+") }
    if !missing.isEmpty {
      collector.report(
        .incompleteTable, at: place, ["missing": "\(dimension.chinese) \(missing.joined(separator: "、"))"])
    }
  }
}

extension CaseKey {
  /// Whether some number from the lowest on belongs to it.
  fileprivate func isPossible(from lowest: Int) -> Bool {
    switch self {
    case .any: true
    case .values: false
    case .ranges(let ranges): ranges.contains { $0.upperBound >= lowest }
    }
  }
}
