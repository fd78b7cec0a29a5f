import Findings
import PolicyModel
import PolicyReading

/// What a file defines by name is used: sources, caps, shared layers, parameters.
enum DeclarationCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    // Where something could not be read, what seems unused may be for it.
    guard !collector.hasErrors else { return }
    var order: [Declaration] = []
    var used: [String: Bool] = [:]
    // A version of changes has the names of the one before; each is used if any of them uses it.
    for declaration in input.all.flatMap(\.declarations) {
      let key = "\(declaration.place.file.path):\(declaration.place.start.line):\(declaration.place.start.column)"
      if used[key] == nil { order.append(declaration) }
      used[key] = declaration.isUsed || used[key] ?? false
    }
    for declaration in order {
      let key = "\(declaration.place.file.path):\(declaration.place.start.line):\(declaration.place.start.column)"
      if used[key] ?? true { continue }
      collector.report(kind(of: declaration), at: declaration.place, ["name": declaration.name])
    }
  }

  private static func kind(of declaration: Declaration) -> FindingKind {
    switch declaration.kind {
    case .source: .sourceUncited
    case .cap: .capUnused
    case .layer: .sharedLayerUnused
    case .parameter: .parameterUnused
    }
  }
}
