#if Server
  import Findings
  import HTTPTypes
  import NIOCore
  import NIOHTTPTypes

  /// Closes connections that keep a place without using it: no request comes in time, nobody takes the answer, or a body
  /// goes on coming after its answer. A connection beyond the limit has its first request refused. Whoever else closes
  /// waits until what was answered is on its way.
  final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let headerTime: TimeAmount
    private let stallTime: TimeAmount
    private let share: AdmissionShare?
    private var header: Scheduled<Void>?
    private var stall: Scheduled<Void>?
    private var rest: Scheduled<Void>?
    /// A request has begun and not ended.
    private var isRequestOpen = false
    /// The answer that is being written says that it is the last.
    private var isLastAnswer = false
    /// Parts of answers that the connection has not taken yet.
    private var unwritten = 0
    private var heldClosings: [(mode: CloseMode, promise: EventLoopPromise<Void>?)] = []

    /// Time for an answer to arrive, and for the rest of its request: closing at once would throw the answer away.
    private static let farewell = TimeAmount.seconds(1)

    init(_ limits: ServiceLimits, _ connections: Admission) {
      share = AdmissionShare(connections, 1)
      headerTime = .seconds(limits.headerSeconds)
      stallTime = .seconds(limits.idleSeconds)
    }

    func handlerAdded(context: ChannelHandlerContext) {
      // Counted from the connection's beginning, whichever comes first.
      header = close(context, in: headerTime)
      do {
        try RequestManners.add(to: context.pipeline)
      } catch {
        context.fireErrorCaught(error)
      }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      header?.cancel()
      let part = unwrapInboundIn(data)
      switch part {
      case .head: isRequestOpen = true
      case .body: break
      case .end:
        isRequestOpen = false
        if !isLastAnswer { rest?.cancel() }
      }
      if share != nil { return context.fireChannelRead(data) }
      if case .head(let request) = part { refuse(request, context) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
      switch unwrapOutboundIn(data) {
      case .head(let response): isLastAnswer = response.headerFields[.connection] == "close"
      case .body: break
      case .end: if isRequestOpen || isLastAnswer { rest = close(context, in: ConnectionGuard.farewell) }
      }
      let isWritten = promise ?? context.eventLoop.makePromise()
      unwritten += 1
      let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
      isWritten.futureResult.assumeIsolated().whenComplete { _ in
        self.unwritten -= 1
        if self.unwritten == 0 { self.closeAsHeld(bound.value) }
      }
      context.write(data, promise: isWritten)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
      if unwritten == 0 || mode == .input { return context.close(mode: mode, promise: promise) }
      heldClosings.append((mode, promise))
    }

    private func closeAsHeld(_ context: ChannelHandlerContext) {
      let closings = heldClosings
      heldClosings = []
      for closing in closings { context.close(mode: closing.mode, promise: closing.promise) }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
      stall?.cancel()
      stall = context.channel.isWritable ? nil : close(context, in: stallTime)
      context.fireChannelWritabilityChanged()
    }

    private func refuse(_ request: HTTPRequest, _ context: ChannelHandlerContext) {
      let refusal = Refusal(503, .tooManyConnections)
      let language = AcceptedLanguage.language(request.headerFields[.acceptLanguage])
      isLastAnswer = true
      let body = ByteBuffer(string: RefusalBody.reply(refusal, language).body + "\n")
      let fields: HTTPFields = [
        .contentType: MediaTypes.json, .contentLength: "\(body.readableBytes)", .connection: "close", .retryAfter: "1",
      ]
      context.write(
        wrapOutboundOut(.head(HTTPResponse(status: .serviceUnavailable, headerFields: fields))), promise: nil)
      context.write(wrapOutboundOut(.body(body)), promise: nil)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      rest = close(context, in: ConnectionGuard.farewell)
    }

    private func close(_ context: ChannelHandlerContext, in time: TimeAmount) -> Scheduled<Void> {
      let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
      return context.eventLoop.assumeIsolated().scheduleTask(in: time) { bound.value.close(promise: nil) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { cancel() }

    func channelInactive(context: ChannelHandlerContext) {
      cancel()
      closeAsHeld(context)
      context.fireChannelInactive()
    }

    private func cancel() {
      for scheduled in [header, stall, rest] { scheduled?.cancel() }
    }
  }
#endif
