import Format
import SourceTree

/// The one description of a refund on the wire: a line among a person's claims.
package enum RefundFormat {
  /// Whether a line asks for a refund and not for a settlement.
  package static func describes(_ root: Node) -> Bool { root[RefundRequest.mark] != nil }

  package static let document = RecordShape(
    Word("refund", "退费请求"),
    [
      ClaimFormat.text("claim_id", "请求编号", "the refund's own id, returned with the answer", "退费请求的编号，随结果返回"),
      Key(
        RefundRequest.mark, "原结算", .scalar(.wireText), required: true,
        meaning: Word("id of the claim whose settlement is refunded", "被退费的结算的 claim_id")),
      Key("psn_no", "人员编号", .scalar(.wireText), required: true, meaning: Word("person", "人员编号")),
      Key(
        "insuplc_admdvs", "参保地医保区划", .scalar(.regionCode), required: true,
        meaning: Word("place of insurance", "参保地医保区划")),
      ClaimFormat.date("setl_time", "退费时间", "day of the refund", "退费的日期", required: true),
      Key(
        "cleared", "已清算", .scalar(.flag),
        meaning: Word("whether the settlement was cleared already; not when left out", "原结算是否已经清算；不写为没有")),
    ])
}
