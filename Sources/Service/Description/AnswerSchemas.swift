import Format

/// Schemas of what the service wraps around a document.
enum AnswerSchemas {
  private static let text: JSONValue = ["type": "string"]
  private static let day: JSONValue = ["type": "string", "format": "date"]

  static let refusal: JSONValue = object(
    [
      "code": text, "message": text, "errors": ["type": "array", "items": error], "decision_id": text,
      "revision": text, "missing": ["type": "array", "items": text], "line": ["type": "integer"],
      "status": ["type": "integer"],
    ], required: ["code", "message", "errors"])

  private static let error: JSONValue = object(
    ["code": text, "message": text, "help": text, "pointer": text, "location": location],
    required: ["code", "message"])

  private static let location: JSONValue = object(
    ["file": text, "row": ["type": "integer"], "col": ["type": "integer"]], required: ["file", "row", "col"])

  static let decision: JSONValue = object(
    ["decision_id": text, "revision": text, "result": SchemaComponents.reference("settlement")],
    required: ["decision_id", "revision", "result"])

  static let standing: JSONValue = object(
    ["decision_id": text, "revision": text, "result": SchemaComponents.reference("standing")],
    required: ["decision_id", "revision", "result"])

  static let status: JSONValue = object(["status": text, "revision": text], required: ["status"])

  static let regions: JSONValue = object(
    [
      "revision": text,
      "regions": list(
        object(["code": text, "name": text, "versions": list(version)], required: ["code", "versions"])),
    ],
    required: ["revision", "regions"])

  private static let version: JSONValue = object(
    ["title": text, "from": day, "to": day, "status": text], required: ["title", "from", "status"])

  static let rules: JSONValue = object(
    ["revision": text, "on": day, "rules": resolved], required: ["revision", "on", "rules"])

  private static let resolved: JSONValue = object(
    [
      "region": text, "title": text, "version": day, "digest": text, "lineage": list(ancestor), "plans": list(plan),
      "accounts": list(text),
    ], required: ["region", "title", "version", "digest", "lineage", "plans", "accounts"])

  private static let ancestor: JSONValue = object(
    ["region": text, "version": day, "title": text, "sources": list(source)],
    required: ["region", "version", "title", "sources"])

  private static let source: JSONValue = object(
    ["id": text, "title": text, "number": text, "url": text], required: ["id", "title"])

  private static let plan: JSONValue = object(
    ["name": text, "title": text, "layers": list(layer)], required: ["name", "title", "layers"])

  private static let layer: JSONValue = object(
    ["id": text, "title": text, "fund": text, "figures": list(figure)], required: ["id", "title", "fund", "figures"])

  private static let figure: JSONValue = object(
    ["item": text, "case": text, "value": text, "source": text], required: ["item", "case", "value", "source"])

  /// What `policy diff --format json` writes; what a difference holds goes by its `kind`.
  static let comparison: JSONValue = object(
    [
      "revision": text,
      "result": object(
        [
          "before": text, "after": text, "code_lists": list(["type": "object"]),
          "differences": list(["type": "object", "required": ["region", "days", "kind"]]),
        ], required: ["before", "after", "code_lists", "differences"]),
    ], required: ["revision", "result"])

  /// This description.
  static let description: JSONValue = ["type": "object", "required": ["openapi", "info", "paths"]]

  private static func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

  private static func object(_ properties: JSONValue, required: JSONValue) -> JSONValue {
    ["type": "object", "properties": properties, "required": required, "additionalProperties": false]
  }
}
