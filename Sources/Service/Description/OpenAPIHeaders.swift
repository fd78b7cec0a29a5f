import Format

/// The header fields of answers, as the description names them.
enum OpenAPIHeaders {
  /// Of an answer to what was asked.
  static func fine(_ route: Route) -> [JSONValue.Member] {
    var members = [requestID]
    switch route {
    case .settle, .settleBatch, .standing, .regions, .rules, .diff:
      members.append(field("ETag", "版本号 revision of the rules", isRequired: true))
    case .reload, .live, .ready, .metrics, .description: break
    }
    if route == .rules {
      members.append(field("Memento-Datetime", "该版本开始施行的时间 when the version came into force", isRequired: false))
    }
    return members
  }

  static func refusal(_ status: Int) -> [JSONValue.Member] {
    var members = [requestID]
    switch status {
    case 401: members.append(field("WWW-Authenticate", "Bearer", isRequired: true))
    case 405: members.append(field("Allow", "可以用的方法 methods of the path", isRequired: true))
    case 429: members.append(field("Retry-After", "秒 seconds", isRequired: true))
    default: break
    }
    return members
  }

  private static let requestID = field(
    "X-Request-Id", "请求编号，日志里也有 name of the request, as in the log", isRequired: false)

  private static func field(_ name: String, _ description: String, isRequired: Bool) -> JSONValue.Member {
    .init(name, ["description": .string(description), "required": .bool(isRequired), "schema": ["type": "string"]])
  }
}
