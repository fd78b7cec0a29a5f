import Findings
import PolicyModel
import PolicyReading
import Values

/// Rules that are still in force were reviewed when they had to be.
enum ReviewCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    guard let today = input.today else { return }
    for version in input.all {
      guard let review = version.reviewBy, review.day < today, version.inForce.through.map({ $0 >= today }) ?? true
      else { continue }
      collector.report(.reviewDue, at: review.place, ["day": "\(review.day)", "today": "\(today)"])
    }
  }
}
