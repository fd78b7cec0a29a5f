import PolicyModel
import Settlement
import Values

/// How the answers of claims are written that are alike: fixed text, and between it what differs.
struct AnswerPattern {
  /// What is written where the text has a gap.
  enum Gap {
    case id, person
    case total, fullySelfPaid, overLimit, firstSelfPay, inScope
    case deductibleCharged, funds, personTotal
    /// What layers pay together, by a set of their numbers.
    case layers(UInt8)
    /// `setldetail`: payments by fund type.
    case details
    case outOfScope, nonLocalSelfPay, deductible, overCap, ratioShare
    /// What accounts hold.
    case amount(Int)
    case count(Int)
    /// An account of a family that is left out with the text around it when it holds nothing.
    case unlessNone(Int, isCount: Bool, before: Range<Int>, after: Range<Int>)
    /// The basis of the result, and whether it is assumed.
    case basis
  }

  struct Piece {
    /// Of the text that goes before the gap.
    let text: Range<Int>
    let gap: Gap
  }

  let text: [UInt8]
  let pieces: [Piece]
  let end: Range<Int>
  /// For each layer the text before its amount in `setldetail`; empty for one whose fund has no code.
  let details: [Range<Int>]
  /// The last member, by rank of the basis.
  let bases: [Range<Int>]

  /// The most bytes that an answer takes beside the claim's own.
  var longest: Int { text.count + (pieces.count + 2 * details.count) * ByteWriter.widest }

  func write(
    _ outcome: FlatOutcome, _ claim: CutValues, of line: UnsafeBufferPointer<UInt8>,
    accounts: UnsafePointer<Int64>, to output: inout ByteWriter
  ) {
    output.reserve(longest + line.count)
    text.withUnsafeBytes { own in
      guard let own = own.baseAddress, let line = UnsafeRawPointer(line.baseAddress) else { return }
      func put(_ range: Range<Int>) { output.write(own + range.lowerBound, range.count) }
      for index in pieces.indices {
        put(pieces[index].text)
        switch pieces[index].gap {
        case .id: output.write(line + claim.id.lowerBound, claim.id.count)
        case .person: output.write(line + claim.person.lowerBound, claim.person.count)
        case .total: output.write(yuan: claim.total)
        case .fullySelfPaid: output.write(yuan: claim.fullySelfPaid)
        case .overLimit: output.write(yuan: claim.overLimit)
        case .firstSelfPay: output.write(yuan: claim.firstSelfPay)
        case .inScope: output.write(yuan: claim.inScope)
        case .deductibleCharged: output.write(yuan: outcome.deductibleCharged)
        case .funds: output.write(yuan: outcome.funds)
        case .personTotal: output.write(yuan: claim.total - outcome.funds)
        case .layers(let set): output.write(yuan: AnswerPattern.sum(outcome.paid, set))
        case .details: writeDetails(outcome.paid, own, to: &output)
        case .outOfScope: output.write(yuan: outcome.outOfScope)
        case .nonLocalSelfPay: output.write(yuan: outcome.nonLocalSelfPay)
        case .deductible: output.write(yuan: outcome.deductible)
        case .overCap: output.write(yuan: outcome.overCap)
        case .ratioShare: output.write(yuan: outcome.ratioShare)
        case .amount(let account): output.write(yuan: accounts[account])
        case .count(let account): output.write(number: accounts[account].magnitude)
        case .unlessNone(let account, let isCount, let before, let after):
          if accounts[account] == 0 { break }
          put(before)
          if isCount {
            output.write(number: accounts[account].magnitude)
          } else {
            output.write(yuan: accounts[account])
          }
          put(after)
        case .basis: put(bases[Int(outcome.basis.rank)])
        }
      }
      put(end)
    }
  }

  private static func sum(_ paid: borrowing InlineArray<8, Int64>, _ layers: UInt8) -> Int64 {
    var sum: Int64 = 0
    for index in paid.indices where layers & (1 << UInt8(index)) != 0 { sum += paid[index] }
    return sum
  }

  /// Payments by fund type: each type where its first layer pays.
  private func writeDetails(
    _ paid: borrowing InlineArray<8, Int64>, _ own: UnsafeRawPointer, to output: inout ByteWriter
  ) {
    var isFirst = true
    var written: UInt8 = 0
    for index in details.indices
    where paid[index] != 0 && !details[index].isEmpty && written & (1 << UInt8(index)) == 0 {
      var sum: Int64 = 0
      // Layers of one fund share the text.
      for other in index..<details.count where details[other] == details[index] {
        sum += paid[other]
        written |= 1 << UInt8(other)
      }
      if !isFirst {
        output.write(0x2C)
        output.write(0x20)
      }
      isFirst = false
      output.write(own + details[index].lowerBound, details[index].count)
      output.write(yuan: sum)
      output.write(0x7D)
    }
  }
}
