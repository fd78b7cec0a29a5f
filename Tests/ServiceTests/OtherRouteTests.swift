#if Server
  import Findings
  import Foundation
  import HTTPTypes
  import NIOCore
  import Testing

  @testable import Service

  @Suite("The other routes")
  struct OtherRouteTests {
    private let service = SampleService()

    @Test("a standing is said, also without amounts")
    func standing() async throws {
      let response = try await service.post("/v1/standing", SampleService.claim)
      #expect(response.status == .ok)
      #expect((response.json["result"] as? [String: Any])?["standing"] as? String == "local")
      let malformed = try await service.post("/v1/standing", "{\"x\": 1}")
      #expect(malformed.status == .badRequest && malformed.errorCodes.contains("F0201"))
      #expect(malformed.errors.first?["pointer"] != nil)
      #expect(try await service.post("/v1/standing", "{}").status.code == 422)
    }

    @Test("regions have their versions; who has them already gets 304")
    func regions() async throws {
      let response = try await service.call(.get, "/v1/regions")
      let regions = response.json["regions"] as? [[String: Any]] ?? []
      #expect(regions.contains { $0["code"] as? String == "110000" })
      #expect(regions.allSatisfy { ($0["versions"] as? [Any])?.isEmpty == false })
      for tag in ["\"sha256:one\"", "W/\"sha256:one\"", "\"x\", \"sha256:one\"", "*"] {
        let known = try await service.call(.get, "/v1/regions", nil, [.ifNoneMatch: tag])
        #expect(known.status == .notModified && known.text.isEmpty)
      }
      #expect(try await service.call(.get, "/v1/regions", nil, [.ifNoneMatch: "\"x\""]).status == .ok)
    }

    @Test("the rules of a day, today's when no day is named")
    func rules() async throws {
      let response = try await service.call(.get, "/v1/regions/110000/rules?on=2024-03-01")
      let rules = response.json["rules"] as? [String: Any]
      #expect(response.status == .ok && rules?["region"] as? String == "110000")
      #expect((rules?["digest"] as? String)?.count == 64 && (rules?["plans"] as? [Any])?.isEmpty == false)
      let today = try await service.call(.get, "/v1/regions/110000/rules")
      #expect(today.json["on"] as? String == "2024-07-01")
    }

    @Test("every layer of the rules has its figures with their clauses")
    func figures() async throws {
      let rules = try await service.call(.get, "/v1/regions/110000/rules").json["rules"] as? [String: Any]
      let plans = rules?["plans"] as? [[String: Any]] ?? []
      let layers = plans.flatMap { $0["layers"] as? [[String: Any]] ?? [] }
      #expect(!layers.isEmpty)
      for layer in layers {
        let figures = layer["figures"] as? [[String: String]]
        #expect(figures?.map { $0["item"] } == ["ratio of \(layer["id"] ?? "")"])
        #expect(figures?.first?["source"] == "art. 1")
      }
    }

    @Test(
      "a day in Accept-Datetime is a day in China",
      arguments: [
        ("2024-03-01", "2024-03-01"), ("Thu, 29 Feb 2024 15:59:59 GMT", "2024-02-29"),
        ("Thu, 29 Feb 2024 16:00:00 GMT", "2024-03-01"),
      ])
    func acceptedInstant(_ text: String, _ day: String) async throws {
      let name = try #require(HTTPField.Name("Accept-Datetime"))
      let response = try await service.call(.get, "/v1/regions/110000/rules", nil, [name: text])
      #expect(response.json["on"] as? String == day)
      #expect(response.headers[.vary]?.contains("Accept-Datetime") == true)
      // Beijing's version of those days began on 2024-01-01, eight hours before that day began in Greenwich.
      let memento = try #require(HTTPField.Name("Memento-Datetime"))
      #expect(response.headers[memento] == "Sun, 31 Dec 2023 16:00:00 GMT")
      let named = try await service.call(.get, "/v1/regions/110000/rules?on=2024-06-01", nil, [name: text])
      #expect(named.json["on"] as? String == "2024-06-01")
    }

    @Test(
      "an instant that is written otherwise is refused",
      arguments: [
        "Fri, 29 Feb 2024 15:59:59 GMT", "Thu, 29 Feb 2024 24:00:00 GMT", "Thu, 29 Feb 2024 15:59:59 CST",
        "Thu, 29 Feb 2024", "yesterday",
      ])
    func wrongInstant(_ text: String) async throws {
      let name = try #require(HTTPField.Name("Accept-Datetime"))
      let response = try await service.call(.get, "/v1/regions/110000/rules", nil, [name: text])
      #expect(response.status == .badRequest && response.errorCodes == ["H0106"])
    }

    @Test("today's rules are another answer tomorrow: nobody is told that nothing changed")
    func todayIsNotKept() async throws {
      let headers: HTTPFields = [.ifNoneMatch: "\"sha256:one\""]
      #expect(try await service.call(.get, "/v1/regions/110000/rules", nil, headers).status == .ok)
      let named = try await service.call(.get, "/v1/regions/110000/rules?on=2024-06-01", nil, headers)
      #expect(named.status == .notModified)
    }

    @Test("what nobody foresaw is a refusal that quotes nothing")
    func unexpected() {
      struct Unforeseen: Error, CustomStringConvertible { let description = "X0001" }
      #expect(ServiceResponder.loggable(Unforeseen()) == "Unforeseen")
      let reply = RefusalBody.reply(.unexpected, .english)
      #expect(reply.status == 503 && reply.body.contains("H0111"))
    }

    @Test(
      "regions, days and parameters that are not there",
      arguments: [
        ("990000/rules?on=2024-03-01", 404, "S0201"), ("110000/rules?on=1990-01-01", 409, "S0202"),
        ("110000/rules?on=2024-02-30", 400, "H0106"), ("beijing/rules", 400, "H0106"),
        ("110000/rules?day=2024-01-01", 400, "H0105"), ("110000", 404, "H0101"), ("110000/rules/", 404, "H0101"),
      ])
    func rulesRefused(_ path: String, _ status: Int, _ code: String) async throws {
      let response = try await service.call(.get, "/v1/regions/\(path)")
      #expect(Int(response.status.code) == status && response.errorCodes == [code])
    }

    @Test("two versions in use are compared; files are not named")
    func diff() async throws {
      let body = "{\"before\": \"110000@2023-01-01\", \"after\": \"110000@2024-01-01\"}"
      let response = try await service.post("/v1/diff", body)
      #expect(response.status == .ok)
      #expect((response.json["result"] as? [String: Any])?["before"] as? String == "110000@2023-01-01")
      let file = try await service.post("/v1/diff", body.replacing("110000@2023-01-01", with: "/etc/passwd"))
      #expect(file.status == .badRequest && file.errorCodes == ["H0113"])
      #expect(try await service.post("/v1/diff", "{\"before\": \"110000@2023-01-01\"}").status.code == 422)
      #expect(try await service.post("/v1/diff", "{\"a\": 1}").errorCodes.contains("F0201"))
      #expect(try await service.post("/v1/diff", "[").errorCodes == ["C0101"])
    }

    @Test("a reload says what came of it")
    func reload() async throws {
      let unchanged = try await service.call(.post, "/v1/reload")
      #expect(unchanged.status == .ok && unchanged.json["status"] as? String == "unchanged")
      let swapped = SampleService(FixedRules(outcome: .swapped(notes: [])))
      #expect(try await swapped.call(.post, "/v1/reload").json["status"] as? String == "swapped")
      let faulty = SampleService(FixedRules(outcome: .refused([Finding(.noRuleFiles, at: nil, ["path": "p"])])))
      let refused = try await faulty.call(.post, "/v1/reload")
      #expect(refused.status.code == 422 && refused.errorCodes.first == "H0112" && refused.errorCodes.count == 2)
      #expect(refused.json["code"] as? String == "not_reloaded")
    }

    @Test("a reload that leaves the tokens as they were says so")
    func tokensKept() async throws {
      let token = String(repeating: "t", count: 40)
      let headers: HTTPFields = [.authorization: "Bearer \(token)"]
      var closed = service
      closed.parts.authorization = Authorization(tokens: TokenList(Array(token.utf8))) { nil }
      let kept = try await closed.call(.post, "/v1/reload", nil, headers)
      #expect(kept.status.code == 422 && kept.errorCodes == ["H0115"] && kept.json["code"] as? String == "not_reloaded")
      closed.parts.authorization = Authorization(tokens: TokenList(Array(token.utf8))) { TokenList(Array(token.utf8)) }
      #expect(try await closed.call(.post, "/v1/reload", nil, headers).status == .ok)
    }

    @Test("the tag of the rules stands on answers from the rules, and on no refusal")
    func tags() async throws {
      let tag = "\"sha256:one\""
      #expect(try await service.call(.get, "/v1/regions").headers[.eTag] == tag)
      #expect(try await service.post("/v1/settle", SampleService.claim).headers[.eTag] == tag)
      for path in ["/nowhere", "/metrics", "/health/ready", "/v1/settle"] {
        #expect(try await service.call(.get, path).headers[.eTag] == nil)
      }
    }

    @Test("live and ready")
    func health() async throws {
      #expect(try await service.call(.get, "/health/live").json["status"] as? String == "live")
      let ready = try await service.call(.get, "/health/ready")
      #expect(ready.status == .ok && ready.json["revision"] as? String == "sha256:one")
    }

    @Test("paths and methods that are not there")
    func unknown() async throws {
      #expect(try await service.call(.get, "/").errorCodes == ["H0101"])
      #expect(try await service.call(.get, "/v1/settle/").status == .notFound)
      let method = try await service.call(.delete, "/v1/settle")
      #expect(method.status == .methodNotAllowed && method.headers[.allow] == "POST")
      #expect(method.errorCodes == ["H0102"])
      #expect(try await service.call(.post, "/v1/regions").headers[.allow] == "GET, HEAD")
      let head = try await service.call(.head, "/v1/regions")
      #expect(head.status == .ok && head.text.isEmpty)
    }

    @Test("metrics count requests by route and hold nothing of them")
    func metrics() async throws {
      let caller = SampleCaller(service.parts)
      let headers: HTTPFields = [.contentType: "application/json"]
      let claim = SampleService.claim
      _ = try await caller.call(.post, "/v1/settle", claim, headers)
      _ = try await caller.call(.get, "/secret/X0001")
      let text = try await caller.call(.get, "/metrics").text
      #expect(text.contains("http_requests_total{route=\"/v1/settle\",method=\"POST\",status=\"200\"} 1\n"))
      #expect(text.contains("http_requests_total{route=\"none\",method=\"GET\",status=\"404\"} 1\n"))
      #expect(text.contains("policy_claims_total{outcome=\"settled\"} 1\n"))
      #expect(text.contains("http_request_duration_seconds_bucket{route=\"/v1/settle\",le=\"+Inf\"} 1\n"))
      #expect(text.contains("policy_reloads_total{outcome=\"refused\"} 0\n"))
      #expect(text.contains("policy_rules_restored 0\n") && text.contains("policy_log_lines_lost_total 0\n"))
      #expect(text.contains("policy_rules_info{revision=\"sha256:one\"} 1\n"))
      #expect(text.contains("http_requests_in_flight 0\n") && !text.contains("X0001"))
    }

    @Test("the description names every route and resolves every reference")
    func description() async throws {
      let response = try await service.call(.get, "/openapi.json")
      let paths = response.json["paths"] as? [String: Any] ?? [:]
      #expect(Set(paths.keys) == Set(Route.allCases.map(\.rawValue)))
      let components = response.json["components"] as? [String: Any]
      let schemas = components?["schemas"] as? [String: Any] ?? [:]
      let references = response.text.matches(of: /"\$ref": "#\/components\/schemas\/([^"]+)"/).map {
        String($0.output.1)
      }
      #expect(!references.isEmpty && references.allSatisfy { schemas[$0] != nil })
      #expect(!response.text.contains("$defs"))
    }

    @Test("with tokens only their holders are answered; probes need none")
    func tokens() async throws {
      let token = String(repeating: "t", count: 40)
      var closed = service
      closed.parts.authorization = Authorization(tokens: TokenList(Array(token.utf8))) { nil }
      for field in [nil, token, "Bearer \(token)x", "Basic \(token)", "Bearer "] {
        let headers: HTTPFields = field.map { [.authorization: $0] } ?? [:]
        let response = try await closed.call(.get, "/v1/regions", nil, headers)
        #expect(response.status == .unauthorized && response.errorCodes == ["H0107"])
        #expect(response.headers[.wwwAuthenticate] == "Bearer")
      }
      #expect(try await closed.call(.get, "/v1/regions", nil, [.authorization: "bearer \(token)"]).status == .ok)
      #expect(try await closed.call(.get, "/nowhere").status == .unauthorized)
      #expect(try await closed.call(.get, "/health/ready").status == .ok)
    }
  }
#endif
