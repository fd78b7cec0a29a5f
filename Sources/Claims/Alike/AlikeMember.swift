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

  /// A member by the bytes of its name, without a dictionary: it is asked for with every member of every claim.
  struct Finder {
    private var slots = [(name: [UInt8], member: AlikeMember)](repeating: ([], .telling), count: 64)

    init() {
      for (name, member) in AlikeMember.names {
        let bytes = Array(name.utf8)
        var slot = Finder.slot(bytes.count, bytes[bytes.count - 1], bytes[0])
        while !slots[slot].name.isEmpty { slot = (slot + 1) & 63 }
        slots[slot] = (bytes, member)
      }
    }

    func member(_ name: UnsafeBufferPointer<UInt8>) -> AlikeMember {
      guard let first = name.first, let last = name.last else { return .telling }
      var slot = Finder.slot(name.count, last, first)
      while true {
        let known = slots[slot].name
        if known.isEmpty { return .telling }
        if known.count == name.count, known.elementsEqual(name) { return slots[slot].member }
        slot = (slot + 1) & 63
      }
    }

    private static func slot(_ count: Int, _ last: UInt8, _ first: UInt8) -> Int {
      (count &* 7 &+ Int(last) &* 3 &+ Int(first)) & 63
    }
  }
}
