#if Server
  import Findings
  import HTTPTypes
  import NIOCore
  import NIOHTTPTypes

  /// Closes connections that keep a place without using it: no request comes in time, or nobody takes the answer. A
  /// connection beyond the limit has its first request refused.
  final class ConnectionGuard: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundOut = HTTPResponsePart

    private let headerTime: TimeAmount
    private let stallTime: TimeAmount
    private let share: AdmissionShare?
    private var header: Scheduled<Void>?
    private var stall: Scheduled<Void>?

    init(_ limits: ServiceLimits, _ connections: Admission) {
      share = AdmissionShare(connections, 1)
      headerTime = .seconds(limits.headerSeconds)
      stallTime = .seconds(limits.idleSeconds)
    }

    func handlerAdded(context: ChannelHandlerContext) {
      // Counted from the connection's beginning, whichever comes first.
      let channel = context.channel
      header = context.eventLoop.scheduleTask(in: headerTime) { channel.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      header?.cancel()
      header = nil
      if share != nil { return context.fireChannelRead(data) }
      if case .head(let request) = unwrapInboundIn(data) { refuse(request, context) }
    }

    private func refuse(_ request: HTTPRequest, _ context: ChannelHandlerContext) {
      let refusal = Refusal(503, .tooManyConnections).with("Retry-After", "1")
      let language = AcceptedLanguage.language(request.headerFields[.acceptLanguage])
      let body = ByteBuffer(string: RefusalBody.reply(refusal, language).body + "\n")
      let fields: HTTPFields = [
        .contentType: MediaTypes.json, .contentLength: "\(body.readableBytes)", .connection: "close", .retryAfter: "1",
      ]
      context.write(wrapOutboundOut(.head(HTTPResponse(status: .serviceUnavailable, headerFields: fields))), promise: nil)
      context.write(wrapOutboundOut(.body(body)), promise: nil)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      ConnectionGuard.closeSoon(context.channel)
    }

    /// Time for an answer to arrive: closing at once would throw it away with what is still on its way here.
    static func closeSoon(_ channel: any Channel) {
      channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
      stall?.cancel()
      stall = nil
      if !context.channel.isWritable {
        let channel = context.channel
        stall = context.eventLoop.scheduleTask(in: stallTime) { channel.close(promise: nil) }
      }
      context.fireChannelWritabilityChanged()
    }

    func handlerRemoved(context: ChannelHandlerContext) { cancel() }

    func channelInactive(context: ChannelHandlerContext) {
      cancel()
      context.fireChannelInactive()
    }

    private func cancel() {
      header?.cancel()
      stall?.cancel()
    }
  }
#endif
