import Claims
import Format

/// The description of the service (OpenAPI 3.1). Documents are described by the shapes that read and write them.
package enum OpenAPI {
  /// The description as JSON text.
  package static func text(engine: String) -> String {
    let description: JSONValue = [
      "openapi": "3.1.0",
      "info": [
        "title": "RegionPolicy", "version": .string(engine),
        "description": "基本医疗保险待遇规则：结算、备案类型、规则和比较\nbenefit rules: settlements, standings, rules and comparisons",
      ],
      "paths": .object(Route.allCases.map { .init($0.rawValue, path($0)) }),
      "components": [
        "schemas": .object(components), "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
      ],
    ]
    return description.pretty
  }

  private static var components: [JSONValue.Member] {
    var schemas = SchemaComponents()
    schemas.add("claim", .record(ClaimFormat.document), title: ClaimFormat.document.title)
    schemas.add("visit", .record(ClaimFormat.visit), title: ClaimFormat.visit.title)
    schemas.add("settlement", .record(SettlementFormat.document), title: SettlementFormat.document.title)
    schemas.add("standing", .record(StandingFormat.document), title: StandingFormat.document.title)
    schemas.add("comparison", .record(ComparisonRequest.shape), title: ComparisonRequest.shape.title)
    schemas.add("refusal", AnswerSchemas.refusal)
    return schemas.members
  }

  private static func path(_ route: Route) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("summary", .string(summary(route))), .init("operationId", .string("\(route)")),
    ]
    let parameters = parameters(route)
    if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
    if let body = body(route) { members.append(.init("requestBody", body)) }
    members.append(.init("responses", .object(responses(route))))
    if !route.isOpen { members.append(.init("security", [.object([]), ["token": []]])) }
    return .object([.init(route.method.lowercased(), .object(members))])
  }

  private static func summary(_ route: Route) -> String {
    switch route {
    case .settle: "结算一笔 settle one claim"
    case .settleBatch: "逐行结算，一行请求一行结果 settle line by line, one line out for one line in"
    case .standing: "认定备案类型 the standing that follows from a claim's filings"
    case .regions: "所有统筹地区和版本 all regions and their versions"
    case .rules: "某日施行的规则 the rules in force on a day"
    case .diff: "比较正在使用的两个版本 compare two versions in use"
    case .reload: "重新加载规则和令牌 load rules and tokens anew"
    case .live: "进程在运行 the process runs"
    case .ready: "现在能结算 claims are settled now"
    case .metrics: "度量，Prometheus 文本 measurements for Prometheus"
    case .description: "本说明 this description"
    }
  }

  private static func parameters(_ route: Route) -> [JSONValue] {
    var parameters: [JSONValue] = []
    if route == .rules {
      parameters.append([
        "name": "code", "in": "path", "required": true, "schema": ["type": "string", "pattern": "^[0-9]{6}$"],
      ])
      parameters.append([
        "name": "on", "in": "query", "required": false,
        "schema": ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"],
      ])
      parameters.append([
        "name": "Accept-Datetime", "in": "header", "required": false, "schema": ["type": "string"],
        "description": "不写 on 时用（RFC 7089）：日期，或 HTTP 时间 when `on` is left out: a day, or an instant as HTTP writes it",
      ])
    }
    if isKept(route) {
      parameters.append([
        "name": "If-None-Match", "in": "header", "required": false, "schema": ["type": "string"],
        "description": "已有的 ETag，没有变就答 304 the ETag of what the caller has",
      ])
    }
    if route.parameters.contains("explain") {
      parameters.append([
        "name": "explain", "in": "query", "required": false, "schema": ["enum": ["full", "off"]],
      ])
    }
    return parameters
  }

  private static func body(_ route: Route) -> JSONValue? {
    let schema: JSONValue
    switch route {
    case .settle: schema = SchemaComponents.reference("claim")
    case .standing: schema = SchemaComponents.reference("visit")
    case .diff: schema = SchemaComponents.reference("comparison")
    // Lines of JSON are no JSON document, which is all that a schema describes.
    case .settleBatch: schema = ["type": "string"]
    default: return nil
    }
    return ["required": true, "content": .object([.init(route.reads ?? "", ["schema": schema])])]
  }

  private static func responses(_ route: Route) -> [JSONValue.Member] {
    let fine = JSONValue.Member("200", answer("answer", content(route), OpenAPIHeaders.fine(route)))
    let unchanged = JSONValue.Member(
      "304", ["description": "unchanged", "headers": .object(OpenAPIHeaders.fine(route))])
    return [fine] + (isKept(route) ? [unchanged] : [])
      + statuses(route).map {
        .init("\($0)", answer("refusal", (MediaTypes.json, refusal), OpenAPIHeaders.refusal($0)))
      }
  }

  private static let refusal = SchemaComponents.reference("refusal")

  /// The statuses besides 200 that a route answers with.
  private static func statuses(_ route: Route) -> [Int] {
    var statuses: Set<Int> = [400, 404, 405, 503]
    if !route.isOpen { statuses.insert(401) }
    if route.reads != nil { statuses.formUnion([408, 413, 415, 422, 429]) }
    if [.settle, .standing, .rules, .diff].contains(route) { statuses.insert(409) }
    if route == .reload { statuses.formUnion([413, 422, 429]) }
    return statuses.sorted()
  }

  private static func content(_ route: Route) -> (mediaType: String, schema: JSONValue) {
    switch route {
    case .settle: (MediaTypes.json, AnswerSchemas.decision)
    case .settleBatch: (MediaTypes.lines, ["type": "string"])
    case .standing: (MediaTypes.json, AnswerSchemas.standing)
    case .reload, .live, .ready: (MediaTypes.json, AnswerSchemas.status)
    case .metrics: ("text/plain", ["type": "string"])
    case .regions: (MediaTypes.json, AnswerSchemas.regions)
    case .rules: (MediaTypes.json, AnswerSchemas.rules)
    case .diff: (MediaTypes.json, AnswerSchemas.comparison)
    case .description: (MediaTypes.json, AnswerSchemas.description)
    }
  }

  /// Whether callers may ask for it only if it is another than they have.
  private static func isKept(_ route: Route) -> Bool { route == .regions || route == .rules }

  private static func answer(
    _ description: String, _ content: (mediaType: String, schema: JSONValue), _ headers: [JSONValue.Member]
  ) -> JSONValue {
    [
      "description": .string(description), "headers": .object(headers),
      "content": .object([.init(content.mediaType, ["schema": content.schema])]),
    ]
  }
}
