#if Server
  import Hummingbird
  import Logging
  import NIOCore

  /// The connection that a request came on.
  struct ServiceContext: InitializableFromSource {
    let channel: any Channel
    let logger: Logger

    init(source: ApplicationRequestContextSource) {
      channel = source.channel
      logger = source.logger
    }
  }
#endif
