import Format

/// Schemas of what the service wraps around a document.
enum AnswerSchemas {
  private static let text: JSONValue = ["type": "string"]

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

  /// An object that says more than is described here.
  static let open: JSONValue = ["type": "object"]

  private static func object(_ properties: JSONValue, required: JSONValue) -> JSONValue {
    ["type": "object", "properties": properties, "required": required, "additionalProperties": false]
  }
}
