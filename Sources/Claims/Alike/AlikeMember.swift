import Glibc

/// What a member of a claim is to claims that are alike: one in which they may differ, one that tells them apart, or one
/// that makes each a claim of its own.
enum AlikeMember: UInt8 {
  /// Tells claims apart; so does whatever has no name here.
  case telling
  /// A text that does not change what is paid.
  case id, person, institution, employer
  case began, ended, settledOn, birthday
  case total, fullySelfPaid, overLimit, firstSelfPay, inScope
  /// An object of what accounts hold; ``account`` is one of its values.
  case accounts, account
  /// Claims that have it are read one by one.
  case single

  private static let names: [(name: String, member: AlikeMember)] = [
    ("claim_id", .id), ("psn_no", .person), ("fixmedins_code", .institution), ("emp_no", .employer),
    ("begntime", .began), ("endtime", .ended), ("setl_time", .settledOn), ("brdy", .birthday),
    ("medfee_sumamt", .total), ("fulamt_ownpay_amt", .fullySelfPaid), ("overlmt_selfpay", .overLimit),
    ("preselfpay_amt", .firstSelfPay), ("inscp_scp_amt", .inScope), ("accounts", .accounts),
    ("feedetail", .single), ("filings", .single), ("same_unit", .single), ("accounts_before", .single),
    (RefundRequest.mark, .single),
  ]

  /// A member by the bytes of its name. It is asked for with every member of every claim, so that there are no
  /// dictionaries and arrays, which count references.
  struct Finder: ~Copyable {
    /// For each slot a length (0 in empty ones), a member and a name.
    private let slots = UnsafeMutablePointer<UInt8>.allocate(capacity: Finder.count * Finder.width)

    private static var count: Int { 64 }
    private static var width: Int { 32 }

    init() {
      slots.initialize(repeating: 0, count: Finder.count * Finder.width)
      for (name, member) in AlikeMember.names {
        let bytes = Array(name.utf8.prefix(Finder.width - 2))
        var slot = Finder.slot(bytes.count, bytes[bytes.count - 1], bytes[0])
        while slots[slot * Finder.width] != 0 { slot = (slot + 1) % Finder.count }
        let start = slots + slot * Finder.width
        start[0] = UInt8(bytes.count)
        start[1] = member.rawValue
        for (index, byte) in bytes.enumerated() { start[2 + index] = byte }
      }
    }

    deinit { slots.deallocate() }

    @inline(__always)
    func member(_ name: UnsafeBufferPointer<UInt8>) -> AlikeMember {
      guard let start = name.baseAddress, !name.isEmpty else { return .telling }
      var slot = Finder.slot(name.count, start[name.count - 1], start[0])
      while true {
        let known = slots + slot * Finder.width
        if known[0] == 0 { return .telling }
        if Int(known[0]) == name.count, memcmp(known + 2, start, name.count) == 0 {
          return AlikeMember(rawValue: known[1]) ?? .telling
        }
        slot = (slot + 1) % Finder.count
      }
    }

    @inline(__always)
    private static func slot(_ count: Int, _ last: UInt8, _ first: UInt8) -> Int {
      (count &* 7 &+ Int(last) &* 3 &+ Int(first)) & (Finder.count - 1)
    }
  }
}
