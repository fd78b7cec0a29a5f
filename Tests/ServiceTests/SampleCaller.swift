#if Server
  import Foundation
  import HTTPTypes
  import Hummingbird
  import Logging
  import NIOCore
  import NIOEmbedded
  import Synchronization

  @testable import Service

  /// A service called without a network: it gets requests as the server below hands them on, in pieces.
  struct SampleCaller: Sendable {
    let responder: ServiceResponder

    private static let piece = 32 << 10

    init(_ parts: ServiceParts) {
      responder = ServiceResponder(parts, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    func call(
      _ method: HTTPRequest.Method, _ uri: String, _ body: String? = nil, _ headers: HTTPFields = [:]
    ) async throws -> SampleResponse {
      var fields = headers
      if let body { fields[.contentLength] = "\(body.utf8.count)" }
      let request = Request(
        head: HTTPRequest(method: method, scheme: "http", authority: "localhost", path: uri, headerFields: fields),
        body: SampleCaller.pieces(of: body ?? ""))
      let source = ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: responder.logger)
      let response = try await responder.respond(to: request, context: ServiceContext(source: source))
      let writer = CollectingWriter()
      try await response.body.write(writer)
      return SampleResponse(status: response.status, headers: response.headers, text: writer.text)
    }

    private static func pieces(of text: String) -> RequestBody {
      var rest = ByteBuffer(string: text)
      return RequestBody(
        asyncSequence: AsyncStream { continuation in
          while let next = rest.readSlice(length: min(piece, rest.readableBytes)), next.readableBytes > 0 {
            continuation.yield(next)
          }
          continuation.finish()
        })
    }
  }

  /// What came back.
  struct SampleResponse {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let text: String

    /// The body's members.
    var json: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]) ?? [:]
    }

    var errors: [[String: Any]] { json["errors"] as? [[String: Any]] ?? [] }

    var errorCodes: [String] { errors.compactMap { $0["code"] as? String } }
  }

  private final class CollectingWriter: ResponseBodyWriter {
    private let collected = Mutex(ByteBuffer())

    var text: String { collected.withLock { String(buffer: $0) } }

    func write(_ buffer: ByteBuffer) async throws {
      collected.withLock { _ = $0.writeImmutableBuffer(buffer) }
    }

    func finish(_ trailers: HTTPFields?) async throws {}
  }
#endif
