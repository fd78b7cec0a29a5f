/// Which accounts the layers of a situation read and change.
struct FlatReading {
  private let layers: [FlatLayer]
  private let growth: [FlatGrowth]
  private let caps: [FlatCap]

  init(_ layers: [FlatLayer], _ growth: [FlatGrowth], _ caps: [FlatCap]) {
    self.layers = layers
    self.growth = growth
    self.caps = caps
  }

  /// Whether a layer reads what the claim has changed before: accounts begun anew with it, or grown by an earlier layer.
  func readsChanged(since begun: [Int32]) -> Bool {
    var changed = Set(begun)
    for layer in layers {
      if !read(by: layer).isDisjoint(with: changed) { return true }
      changed.formUnion(changes(by: layer))
    }
    return false
  }

  private func read(by layer: FlatLayer) -> Set<Int32> {
    var accounts: Set = [
      layer.axisAccount, layer.yearlyAccount, layer.yearlyPaidAccount, layer.deductibleAccount, layer.ceilingAccount,
    ]
    accounts.formUnion(caps[Int(layer.toldCaps.start)..<Int(layer.toldCaps.end)].map(\.account))
    accounts.remove(-1)
    return accounts
  }

  private func changes(by layer: FlatLayer) -> Set<Int32> {
    var accounts: Set = [layer.yearlyAccount, layer.yearlyPaidAccount]
    accounts.formUnion(growth[Int(layer.growth.start)..<Int(layer.growth.end)].map(\.account))
    accounts.remove(-1)
    return accounts
  }
}
