#if Server
  import NIOCore
  import NIOHTTP1
  import NIOHTTPTypesHTTP1

  /// What HTTP/1 asks of a server and the server below does not do: to say `100 Continue` to a caller who waits for it
  /// (RFC 9110 10.1.1), and to close after the answer whenever the caller says so or speaks HTTP/1.0 (RFC 9112 9.6).
  final class RequestManners: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// Puts it where requests are still as HTTP/1 has them.
    static func add(to pipeline: ChannelPipeline) throws {
      let codec = try pipeline.syncOperations.handler(type: HTTP1ToHTTPServerCodec.self)
      try pipeline.syncOperations.addHandler(RequestManners(), position: .before(codec))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
      if head.version == .http1_1, head.headers["expect"].contains(where: { $0.lowercased() == "100-continue" }) {
        let ready = HTTPResponseHead(version: head.version, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(ready)), promise: nil)
      }
      // Only this one spelling is understood further on.
      if !head.isKeepAlive { head.headers.replaceOrAdd(name: "connection", value: "close") }
      context.fireChannelRead(wrapInboundOut(.head(head)))
    }
  }
#endif
