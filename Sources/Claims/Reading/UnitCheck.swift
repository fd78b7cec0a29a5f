import Findings
import PolicyModel
import Settlement
import Values

/// Whether a claim may go on with the unit of an earlier one.
struct UnitCheck {
  let plan: Plan
  let collector: FindingCollector

  func check(_ claim: Claim) {
    guard let earlier = claim.sameUnit else { return }
    guard let merging = plan.merging else {
      collector.report(.unitNotMerged, at: earlier.place, ["plan": plan.name])
      return
    }
    guard let began = claim.began else {
      collector.report(.fieldMissing, at: claim.place, ["field": "begntime"])
      return
    }
    if let start = earlier.began, earlier.ended < start {
      collector.report(.claimDatesReversed, at: earlier.place, ["earlier": "begntime", "later": "endtime"])
    }
    let gap = began.dayNumber - earlier.ended.dayNumber
    switch merging {
    case .sameDayAndInstitution:
      if gap != 0 { report(earlier, "\(earlier.ended) is not \(began)", "\(earlier.ended) 和 \(began) 不是同一天") }
      if claim.institution == nil {
        collector.report(.fieldMissing, at: claim.place, ["field": "fixmedins_code"])
      } else if earlier.institution != claim.institution {
        report(earlier, "the institutions differ", "机构不同")
      }
    case .readmission(let days):
      if gap < 0 || gap > days {
        report(earlier, "\(gap) days between, at most \(days)", "相隔 \(gap) 天，最多 \(days) 天")
      }
    }
    if claim.accounts?.isEmpty ?? false { collector.report(.unitNeedsAccounts, at: earlier.place) }
  }

  private func report(_ earlier: Claim.EarlierVisit, _ reason: String, _ chinese: String) {
    collector.report(.unitTooFar, at: earlier.place, ["reason": reason, "reason_zh": chinese])
  }
}
