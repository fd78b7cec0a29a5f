/// Every finding there is; a new kind is one entry in the file of its area.
package enum FindingCatalogue {
  package static let all: [FindingKind] =
    FindingKind.yamlKinds + FindingKind.formatKinds + FindingKind.policyKinds + FindingKind.additionKinds
    + FindingKind.analysisKinds + FindingKind.structureKinds + FindingKind.reviewKinds + FindingKind.claimKinds
    + FindingKind.filingKinds + FindingKind.caseKinds + FindingKind.sideKinds + FindingKind.layoutKinds
    + FindingKind.scaffoldKinds + FindingKind.bundleKinds + FindingKind.decisionKinds + FindingKind.serviceKinds
    + FindingKind.fundRuleKinds + FindingKind.recordKinds + FindingKind.clearingKinds + FindingKind.reconciliationKinds
    + FindingKind.inquiryKinds + FindingKind.deadlineKinds + FindingKind.prepaymentKinds + FindingKind.operationsKinds

  /// The kind with a code, in capitals or not.
  package static func kind(code: String) -> FindingKind? {
    all.first { $0.code == code.uppercased() }
  }
}
