#if Server
  import Findings
  import HTTPTypes
  import Hummingbird
  import NIOCore

  /// What a call comes to.
  enum ServiceAnswer: Sendable {
    case reply(Reply)
    /// The caller has it already.
    case unchanged
    case stream(@Sendable (inout any ResponseBodyWriter) async throws -> Void)
  }

  /// Makes a response of an answer.
  struct ResponseWriting {
    let call: ServiceCall
    let answer: ServiceAnswer

    /// - Parameter channel: the connection, closed after answers to requests that were not read to their end.
    func response(closing channel: any Channel) -> Response {
      let response = written
      guard [408, 413].contains(response.status.code) else { return response }
      ConnectionGuard.closeSoon(channel)
      var closing = response
      closing.headers[.connection] = "close"
      return closing
    }

    private var written: Response {
      switch answer {
      case .unchanged: Response(status: .notModified, headers: headers([:]))
      case .stream(let write):
        Response(status: .ok, headers: headers([.contentType: MediaTypes.lines]), body: ResponseBody(write))
      case .reply(let reply): response(to: reply)
      }
    }

    private func response(to reply: Reply) -> Response {
      var fields = headers([.contentType: reply.mediaType])
      for field in reply.fields {
        if let name = HTTPField.Name(field.name) { fields[name] = field.value }
      }
      let text = reply.mediaType == MediaTypes.json && !reply.body.hasSuffix("\n") ? reply.body + "\n" : reply.body
      let response = Response(
        status: .init(code: reply.status), headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
      return call.isHead ? response.createHeadResponse() : response
    }

    private func headers(_ more: HTTPFields) -> HTTPFields {
      var fields = more
      fields[.eTag] = "\"\(call.rules.revision)\""
      fields[.contentLanguage] = call.language.rawValue
      fields[.vary] = call.vary
      fields[.cacheControl] = "no-store"
      fields[.xContentTypeOptions] = "nosniff"
      if let name = HTTPField.Name("X-Request-Id") { fields[name] = call.id }
      return fields
    }
  }
#endif
