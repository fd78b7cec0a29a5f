import Layout

extension DocumentLayout {
  /// Files of golden cases: a case takes several lines, claims and figures one each where they fit.
  package static let cases = DocumentLayout(
    CaseFormat.document, open: ["given", "cases", "cases.-"], opensLists: false)
}
