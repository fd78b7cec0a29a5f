import Findings
import Host
import Records

/// Something that is asked of the fund side's rules over records: clearing, reconciliation and the others.
///
/// Commands and cases ask through this, so that a case runs what users run.
package protocol FundQuestion {
  /// Answers into `sink`; what is wrong with rules or records goes to `collector`, each refused record also into the
  /// answer.
  ///
  /// - Throws: when temporary files cannot be used.
  func answer(_ book: FundRuleBook, to sink: any AnswerSink, collector: FindingCollector) throws(SystemFailure)
}
