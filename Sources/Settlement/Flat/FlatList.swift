/// A list of numbers that never changes, in memory that somebody else gives back.
struct FlatList<Element> {
  private let start: UnsafeMutablePointer<Element>
  let count: Int

  init(_ items: [Element]) {
    count = items.count
    start = .allocate(capacity: max(1, items.count))
    start.initialize(from: items, count: items.count)
  }

  /// - Parameter index: one of the list; the maker of the list is who guarantees it.
  @inline(__always)
  subscript(index: Int) -> Element { start[index] }

  @inline(__always)
  var first: UnsafePointer<Element> { UnsafePointer(start) }

  /// Behind the last one.
  @inline(__always)
  var end: UnsafePointer<Element> { UnsafePointer(start + count) }

  @inline(__always)
  func pointer(to index: Int) -> UnsafePointer<Element> { UnsafePointer(start + index) }

  func free() {
    start.deinitialize(count: count)
    start.deallocate()
  }
}

/// Some neighbours in a list. Loops over them count by hand: iterators cost more than what the loops do.
struct FlatRange {
  let start: Int32
  let end: Int32

  static let none = FlatRange(0..<0)

  init(_ range: Range<Int>) {
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
  }

  @inline(__always)
  func first<Element>(of list: FlatList<Element>) -> UnsafePointer<Element> { list.pointer(to: Int(start)) }

  /// Behind the last one.
  @inline(__always)
  func end<Element>(of list: FlatList<Element>) -> UnsafePointer<Element> { list.pointer(to: Int(end)) }
}
