#if Server
  import Foundation
  import HTTPTypes
  import NIOCore
  import Testing

  @testable import Service

  @Suite("POST /v1/batch/settle")
  struct BatchRouteTests {
    private let service = SampleService()
    private let lines: HTTPFields = [.contentType: "application/x-ndjson"]

    @Test("one line out for every line in, in order, whatever the lines are")
    func oneForOne() async throws {
      let claim = SampleService.claim
      let body = [claim, "{", "", claim.replacing("68000.00", with: "68000.01"), claim].joined(separator: "\n")
      let response = try await service.post("/v1/batch/settle", body, lines)
      #expect(response.status == .ok && response.headers[.contentType] == "application/x-ndjson")
      let answers = response.text.split(separator: "\n").compactMap {
        try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      }
      #expect(answers.compactMap { $0["line"] as? Int } == [1, 2, 3, 4, 5])
      #expect(answers.compactMap { $0["status"] as? Int } == [200, 400, 400, 422, 200])
      #expect(response.text.hasSuffix("}\n"))
      #expect(answers.filter { $0["result"] != nil }.count == 2)
    }

    @Test("many lines come back, over more than one piece of the body")
    func many() async throws {
      let count = 300
      let body = String(repeating: SampleService.claim + "\r\n", count: count)
      let response = try await service.post("/v1/batch/settle", body, lines)
      #expect(response.text.split(separator: "\n").count == count)
      #expect(!response.text.contains("\"errors\""))
    }

    @Test("a line that is too long is refused alone")
    func tooLong() async throws {
      var small = service
      small.parts.limits.bodyBytes = 2000
      let body = SampleService.claim + "\n" + String(repeating: "x", count: 5000) + "\n" + SampleService.claim
      let response = try await small.post("/v1/batch/settle", body, lines)
      let statuses = response.text.matches(of: /"status": (\d+)/).map { String($0.output.1) }
      #expect(statuses == ["200", "413", "200"])
    }

    @Test("nothing in, nothing out; other media types and too many batches are refused")
    func edges() async throws {
      let empty = try await service.post("/v1/batch/settle", "", lines)
      #expect(empty.status == .ok && empty.text.isEmpty)
      #expect(try await service.post("/v1/batch/settle", "{}").status == .unsupportedMediaType)
      var busy = service
      busy.parts.limits.batches = 0
      #expect(try await busy.post("/v1/batch/settle", "", lines).status == .tooManyRequests)
      var unkept = service
      unkept.parts.decisions = SampleLog(isWritable: false)
      #expect(try await unkept.post("/v1/batch/settle", "", lines).status == .serviceUnavailable)
    }

    @Test("a batch gives its place back when it has ended")
    func placeGivenBack() async throws {
      var one = service
      one.parts.limits.batches = 1
      let caller = SampleCaller(one.parts)
      for _ in 0..<3 {
        #expect(try await caller.call(.post, "/v1/batch/settle", SampleService.claim, lines).status == .ok)
      }
    }
  }
#endif
