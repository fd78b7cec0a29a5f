import Glibc

/// Memory in large pages where the system gives them, as NumPy has its arrays (and with them the C kernel its claims):
/// otherwise looking up pages would be part of what is compared.
enum LargePages {
  private static let size = 1 << 21

  /// - Parameter count: at least 1 is taken.
  static func allocate<Element>(_ count: Int, of first: Element) -> UnsafeMutablePointer<Element> {
    let bytes = (max(1, count) * MemoryLayout<Element>.stride + size - 1) / size * size
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: size)
    // Advice only: without it the memory is the same in small pages.
    _ = madvise(memory, bytes, MADV_HUGEPAGE)
    let start = memory.bindMemory(to: Element.self, capacity: max(1, count))
    start.initialize(repeating: first, count: count)
    return start
  }
}
