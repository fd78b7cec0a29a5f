import PolicyModel

/// One of the person's parts that a layer pays from.
struct FlatCause {
  /// The slot of the first layer that it is about; the others follow, three apart.
  let first: Int32
  let count: Int32
  /// The slot that has the sum over all layers.
  let sum: Int32
  /// Whether the sum is what is meant, and no layer's own part is asked for any more.
  var isSum: Bool

  /// - Parameters:
  ///   - layers: which of the layers that apply.
  init(_ cause: Cause, of layers: Range<Int>) {
    let part: FlatSlots.Part
    switch cause {
    case .firstSelfPay, .nonLocalSelfPay:
      let place: Int32 = cause == .firstSelfPay ? 0 : 1
      (first, count, sum, isSum) = (place, 1, place, true)
      return
    case .deductible: part = .deductible
    case .overCap: part = .overCap
    case .ratioShare: part = .ratioShare
    }
    first = Int32(FlatSlots.place(of: part, layer: layers.lowerBound))
    count = Int32(layers.count)
    sum = Int32(FlatSlots.sum(of: part))
    isSum = false
  }
}

extension [FlatCause] {
  /// Lets causes of all layers go by the sum, from where no layer's own part of that kind is asked for any more.
  ///
  /// - Parameter layers: the layers that the causes belong to, in their order.
  mutating func preferSums(_ layers: [FlatLayer]) {
    var asked: Set<Int32> = []
    for (number, layer) in layers.enumerated().reversed() {
      let own = Int(layer.causes.start)..<Int(layer.causes.end)
      // Of no layer at all is not of all.
      for index in own where self[index].count < number || self[index].count == 0 { asked.insert(self[index].sum) }
      for index in own where !asked.contains(self[index].sum) { self[index].isSum = true }
    }
  }
}
