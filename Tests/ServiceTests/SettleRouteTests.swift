#if Server
  import Foundation
  import HTTPTypes
  import RegionPolicy
  import Testing

  @testable import Service

  @Suite("POST /v1/settle")
  struct SettleRouteTests {
    private let service = SampleService()
    private let claim = SampleService.claim

    @Test("a claim is settled as the library settles it, with decision and revision")
    func settled() async throws {
      let response = try await service.post("/v1/settle", claim)
      #expect(response.status == .ok)
      #expect(response.headers[.eTag] == "\"sha256:one\"")
      #expect(response.headers[.contentType] == "application/json")
      #expect(response.json["revision"] as? String == "sha256:one")
      #expect((response.json["decision_id"] as? String)?.count == 36)
      let library = SampleService.policies.settle(claim: Array(claim.utf8)).json
      #expect(response.text.contains("\"result\": \(library)}"))
      #expect(!response.text.contains("explanation"))
    }

    @Test("explain=full lists the steps, in the caller's language")
    func explained() async throws {
      let chinese = try await service.post("/v1/settle?explain=full", claim)
      #expect(chinese.text.contains("\"explanation\"") && chinese.text.contains("起付标准"))
      let english = try await service.post("/v1/settle?explain=full", claim, [.acceptLanguage: "en-GB, zh;q=0.5"])
      #expect(english.text.contains("deductible") && english.headers[.contentLanguage] == "en")
      #expect(try await service.post("/v1/settle?explain=off", claim).status == .ok)
    }

    @Test("what is not JSON, or not a claim, is malformed and says where")
    func malformed() async throws {
      for body in ["", "{", "[1]", "\u{0}", String(repeating: "[", count: 100), "{\"a\": 1, \"a\": 2}"] {
        let response = try await service.post("/v1/settle", body)
        #expect(response.status == .badRequest, "\(body)")
        #expect(response.json["code"] as? String == "malformed" && !response.errorCodes.isEmpty)
        #expect(response.json["decision_id"] == nil)
      }
      let unknown = try await service.post("/v1/settle", claim.replacing("\"hosp_lv\"", with: "\"hosp_level\""))
      #expect(unknown.status == .badRequest && unknown.errorCodes == ["F0201"])
      #expect(unknown.errors.first?["pointer"] as? String == "/hosp_level")
      #expect((unknown.errors.first?["location"] as? [String: Any])?["row"] as? Int == 1)
    }

    @Test("a claim that lacks something is incomplete and says what")
    func incomplete() async throws {
      let response = try await service.post("/v1/settle", claim.replacing("\"insutype\": \"310\", ", with: ""))
      #expect(response.status.code == 422 && response.json["code"] as? String == "incomplete")
      #expect(response.json["missing"] as? [String] == ["insutype"])
      #expect((response.json["decision_id"] as? String)?.count == 36)
    }

    @Test("a claim whose sums differ cannot be settled")
    func contradictory() async throws {
      let response = try await service.post("/v1/settle", claim.replacing("68000.00", with: "68000.01"))
      #expect(response.status.code == 422 && response.json["code"] as? String == "cannot_be_settled")
      #expect(response.errorCodes == ["C0103"] && response.json["missing"] == nil)
    }

    @Test("a region without rules is not found, a day without rules a conflict")
    func withoutRules() async throws {
      let region = try await service.post("/v1/settle", claim.replacing("\"110000\"", with: "\"990000\""))
      #expect(region.status == .notFound && region.errorCodes == ["S0201"])
      let day = try await service.post("/v1/settle", claim.replacing("2024-03", with: "1990-03"))
      #expect(day.status == .conflict && day.errorCodes == ["S0202"])
    }

    @Test("bodies that are too long are refused, said so or not")
    func tooLarge() async throws {
      var small = service
      small.parts.limits.bodyBytes = 100
      let response = try await small.post("/v1/settle", claim)
      #expect(response.status == .contentTooLarge && response.errorCodes == ["H0104"])
      #expect(response.headers[.connection] == "close")
    }

    @Test("other media types and compressed bodies are refused")
    func mediaType() async throws {
      for headers: HTTPFields in [
        [.contentType: "text/plain"], [.contentType: "application/json", .contentEncoding: "gzip"],
      ] {
        let response = try await service.post("/v1/settle", claim, headers)
        #expect(response.status == .unsupportedMediaType && response.errorCodes == ["H0103"])
      }
      let charset = try await service.post("/v1/settle", claim, [.contentType: "Application/JSON; charset=utf-8"])
      #expect(charset.status == .ok)
      #expect(try await service.call(.post, "/v1/settle", claim).status == .unsupportedMediaType)
    }

    @Test(
      "query parameters are known, given once and understood",
      arguments: ["explian=full", "explain=full&explain=off", "explain=yes", "explain"])
    func query(_ query: String) async throws {
      let response = try await service.post("/v1/settle?\(query)", claim)
      #expect(response.status == .badRequest && ["H0105", "H0106"].contains(response.errorCodes.first))
    }

    @Test("beyond what is done at once callers are told to come again")
    func busy() async throws {
      var busy = service
      busy.parts.limits.requests = 0
      let response = try await busy.post("/v1/settle", claim)
      #expect(response.status == .tooManyRequests && response.errorCodes == ["H0108"])
      #expect(response.headers[.retryAfter] == "1")
      busy.parts.limits.requests = 1
      busy.parts.limits.heldBytes = 10
      #expect(try await busy.post("/v1/settle", claim).status == .tooManyRequests)
    }

    @Test("decisions are kept before they go out: settled and refused ones, not what could not be read")
    func kept() async throws {
      var kept = service
      let log = SampleLog()
      kept.parts.decisions = log
      let first = try await kept.post("/v1/settle", claim)
      #expect(first.json["decision_id"] as? String == "id-1")
      _ = try await kept.post("/v1/settle", claim.replacing("68000.00", with: "68000.01"))
      _ = try await kept.post("/v1/settle", "{")
      _ = try await kept.post("/v1/standing", claim)
      #expect(log.decisions.map(\.kind) == [.settle, .settle, .standing])
      #expect(log.decisions.map { $0.result.contains("\"errors\"") } == [false, true, false])
      #expect(log.decisions.allSatisfy { $0.revision == "sha256:one" })
    }

    @Test("nothing is answered that could not be kept")
    func unkept() async throws {
      var unkept = service
      unkept.parts.decisions = SampleLog(isWritable: false)
      let response = try await unkept.post("/v1/settle", claim)
      #expect(response.status == .serviceUnavailable && response.errorCodes == ["H0110"])
      #expect(!response.text.contains("setlinfo"))
      let ready = try await unkept.call(.get, "/health/ready")
      #expect(ready.status == .serviceUnavailable && ready.errorCodes == ["H0110"])
    }
  }
#endif
