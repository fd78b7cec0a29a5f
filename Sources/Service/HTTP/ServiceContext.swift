#if Server
  import Hummingbird
  import Logging
  import NIOCore

  /// The connection that a request came on.
  package struct ServiceContext: InitializableFromSource {
    let channel: any Channel
    let logger: Logger

    package init(source: ApplicationRequestContextSource) {
      channel = source.channel
      logger = source.logger
    }
  }
#endif
