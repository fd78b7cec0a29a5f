#if Server
  import Findings
  import HTTPTypes
  import Hummingbird
  import Logging
  import Values

  /// A request before its body: what it is for, from whom and in which language. The rules are taken once.
  struct ServiceCall: Sendable {
    let id = RandomUUID.next()
    let rules: ServedRules
    let language: Language
    let route: Route?
    /// What stands for `{code}` in the path.
    let code: String
    private let method: HTTPRequest.Method
    private let headers: HTTPFields

    init(_ request: Request, parts: ServiceParts) {
      let match = Route.match(request.uri.path)
      route = match?.route
      code = match?.code ?? ""
      rules = parts.rules.current
      language = AcceptedLanguage.language(request.headers[.acceptLanguage])
      method = request.method
      headers = request.headers
    }

    /// The route's template: paths could hold anything.
    var label: String { route?.rawValue ?? "none" }

    /// Methods that the service knows; there could be any number of others.
    var methodLabel: String { ["GET", "HEAD", "POST"].contains(method.rawValue) ? method.rawValue : "other" }

    /// Whether an answer follows from the rules that were in force when the request came.
    var answersFromRules: Bool {
      switch route {
      case .settle, .settleBatch, .standing, .regions, .rules, .diff: true
      case .reload, .live, .ready, .metrics, .description, nil: false
      }
    }

    var isHead: Bool { method == .head }

    /// `Accept-Datetime` (RFC 7089).
    var acceptedInstant: String? { HTTPField.Name("Accept-Datetime").flatMap { headers[$0] } }

    /// The request's fields that the answer depends on.
    var vary: String { route == .rules ? "Accept-Language, Accept-Datetime" : "Accept-Language" }

    /// What is logged of a request: never its body, path or query, which could tell of a person.
    func metadata(_ more: Logger.Metadata) -> Logger.Metadata {
      more.merging(
        ["request": "\(id)", "route": "\(label)", "method": "\(methodLabel)"], uniquingKeysWith: { own, _ in own })
    }

    /// The route, of a caller who may use it by this method.
    func admittedRoute(_ authorization: Authorization) throws(Refusal) -> Route {
      if route?.isOpen != true, !authorization.admits(headers[.authorization]) {
        throw Refusal(401, .tokenNeeded).with("WWW-Authenticate", "Bearer")
      }
      guard let route else { throw Refusal(404, .noSuchPath) }
      guard route.method == method.rawValue || (route.method == "GET" && isHead) else {
        throw Refusal(405, .methodNotAllowed, ["method": String(method.rawValue.prefix(20)), "allowed": route.allowed])
          .with("Allow", route.allowed)
      }
      return route
    }

    /// Refuses before reading what says itself that it is too long. A batch is as long as it likes.
    func checkLength(_ limit: Int) throws(Refusal) {
      guard route != .settleBatch, let length = headers[.contentLength].flatMap({ Int($0) }) else { return }
      if length > limit { throw Refusal(413, .bodyTooLarge, ["limit": "\(limit)"]) }
    }

    func checkMediaType(of route: Route) throws(Refusal) {
      guard let expected = route.reads else { return }
      let type = headers[.contentType]?.split(separator: ";").first?.filter { $0 != " " }.lowercased()
      let encoding = headers[.contentEncoding]?.lowercased() ?? "identity"
      if type != expected || encoding != "identity" {
        throw Refusal(415, .unsupportedMediaType, ["expected": expected])
      }
    }

    /// 304 for who has the answer of this revision already.
    func unlessKnown(_ reply: Reply) -> ServiceAnswer {
      let known = headers[.ifNoneMatch]?.split(separator: ",").map { $0.filter { $0 != " " } } ?? []
      let tag = "\"\(rules.revision)\""
      return known.contains(tag) || known.contains("W/" + tag) || known == ["*"] ? .unchanged : .reply(reply)
    }
  }
#endif
