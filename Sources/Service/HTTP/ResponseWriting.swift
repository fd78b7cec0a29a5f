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

    var response: Response {
      switch answer {
      case .unchanged: Response(status: .notModified, headers: headers([.eTag: tag]))
      case .stream(let write):
        Response(
          status: .ok, headers: headers([.contentType: MediaTypes.lines, .eTag: tag]), body: ResponseBody(write))
      case .reply(let reply): response(to: reply)
      }
    }

    private func response(to reply: Reply) -> Response {
      var fields = headers([.contentType: reply.mediaType])
      // Refusals may go to callers who are not to know the rules.
      if reply.status == 200, call.answersFromRules { fields[.eTag] = tag }
      for field in reply.fields {
        if let name = HTTPField.Name(field.name) { fields[name] = field.value }
      }
      // Their requests were not read to the end.
      if [408, 413].contains(reply.status) { fields[.connection] = "close" }
      let text = reply.mediaType == MediaTypes.json && !reply.body.hasSuffix("\n") ? reply.body + "\n" : reply.body
      let response = Response(
        status: .init(code: reply.status), headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
      return call.isHead ? response.createHeadResponse() : response
    }

    private var tag: String { "\"\(call.rules.revision)\"" }

    private func headers(_ more: HTTPFields) -> HTTPFields {
      var fields = more
      fields[.contentLanguage] = call.language.rawValue
      fields[.vary] = call.vary
      fields[.cacheControl] = "no-store"
      fields[.xContentTypeOptions] = "nosniff"
      if let name = HTTPField.Name("X-Request-Id") { fields[name] = call.id }
      return fields
    }
  }
#endif
