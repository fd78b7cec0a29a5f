#if Server
  import NIOCore
  import NIOHTTPTypes

  /// Closes connections that keep a place without using it: no request comes in time, or nobody takes the answer.
  final class ConnectionGuard: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private let headerTime: TimeAmount
    private let stallTime: TimeAmount
    private var header: Scheduled<Void>?
    private var stall: Scheduled<Void>?

    init(_ limits: ServiceLimits) {
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
      context.fireChannelRead(data)
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
