#if Server
  import Dispatch
  import Findings
  import Glibc
  import Host
  import Hummingbird
  import HummingbirdCore
  import HummingbirdTLS
  import Logging
  import NIOCore
  import NIOSSL
  import ServiceLifecycle
  import Synchronization
  import UnixSignals

  /// Runs the service until it is told to end, and lets requests in flight finish.
  package struct ServiceRunner: Sendable {
    let address: ListenAddress
    /// Certificate and key; nil on loopback.
    let tls: TLSConfiguration?
    /// Folders whose changes load the rules anew.
    let watched: [String]
    let responder: ServiceResponder
    let logger: Logger

    package init(
      address: ListenAddress, tls: TLSConfiguration?, watched: [String], parts: ServiceParts, logger: Logger
    ) {
      self.address = address
      self.tls = tls
      self.watched = watched
      self.logger = logger
      responder = ServiceResponder(parts, logger: logger)
    }

    package var reloader: Reloader { responder.reloader }

    package func run() async throws {
      let hasStarted = Mutex(false)
      do {
        try await group { hasStarted.withLock { $0 = true } }.run()
      } catch {
        if hasStarted.withLock({ $0 }) { throw error }
        throw Refusal(503, .cannotListen, ["address": address.text, "reason": "\(error)"])
      }
    }

    private func group(_ onStart: @escaping @Sendable () -> Void) throws -> ServiceGroup {
      var services: [any ServiceLifecycle.Service] = [
        try application(onStart), ReloadSignals(reloader: responder.reloader),
        LastResort(seconds: responder.parts.limits.shutdownSeconds, logger: logger),
      ]
      if !watched.isEmpty { services.append(WatchedFolders(paths: watched, reloader: responder.reloader)) }
      var configuration = ServiceGroupConfiguration(
        services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
      configuration.maximumGracefulShutdownDuration = .seconds(responder.parts.limits.shutdownSeconds)
      return ServiceGroup(configuration: configuration)
    }

    private func application(_ onStart: @escaping @Sendable () -> Void) throws -> Application<ServiceResponder> {
      let logger = logger
      let limits = responder.parts.limits
      return Application(
        responder: responder, server: try server(),
        configuration: ApplicationConfiguration(
          address: .hostname(address.host, port: address.port), backlog: 1024,
          availableConnectionsDelegate: MaximumAvailableConnections(
            limits.connections + limits.refusedConnections, logger: logger)),
        onServerRunning: { channel in
          onStart()
          logger.notice("listening", metadata: ["port": "\(channel.localAddress?.port ?? 0)"])
        }, logger: logger)
    }

    private func server() throws -> HTTPServerBuilder {
      let limits = responder.parts.limits
      let connections = responder.gates.connections
      let base = HTTPServerBuilder.http1(
        configuration: HTTP1Channel.Configuration(
          additionalChannelHandlers: [ConnectionGuard(limits, connections)], idleTimeout: .seconds(limits.idleSeconds),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes, maxHeaderFieldCount: 100)))
      guard let tls else { return base }
      return try .tls(base, tlsConfiguration: tls)
    }
  }

  /// Ends the process when work that does not end would keep it.
  struct LastResort: ServiceLifecycle.Service {
    let seconds: Int64
    let logger: Logger

    /// Time for what was cancelled at the end of the shutdown time.
    private static let grace: Int64 = 5

    func run() async throws {
      try? await gracefulShutdown()
      let logger = logger
      DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Int(seconds + LastResort.grace))) {
        logger.critical("ended with requests in flight")
        JSONLogHandler.lines.finish()
        _exit(1)
      }
    }
  }

  /// `SIGHUP` loads rules and tokens anew.
  struct ReloadSignals: ServiceLifecycle.Service {
    let reloader: Reloader

    func run() async throws {
      for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
        _ = await reloader.reload(trigger: "SIGHUP")
      }
    }
  }

  /// Changes of the folders load the rules anew, once nothing has changed for a moment: files are written one by one.
  struct WatchedFolders: ServiceLifecycle.Service {
    let paths: [String]
    let reloader: Reloader

    private static let pause = Duration.milliseconds(500)
    /// How many pauses are waited for changes to end: something beside the rules may change for ever.
    private static let patience = 10

    func run() async throws {
      await cancelWhenGracefulShutdown {
        var watch = FolderWatch(paths)
        var pending = 0
        // To be cancelled is how it ends, and no failure.
        while (try? await Task.sleep(for: WatchedFolders.pause)) != nil {
          let hasChanged = watch.hasChanged()
          if hasChanged { pending += 1 }
          if pending > 0, !hasChanged || pending >= WatchedFolders.patience {
            pending = 0
            // Watched anew before reading, so that nothing that comes later is missed.
            watch = FolderWatch(paths)
            _ = await reloader.reload(trigger: "change")
          }
        }
      }
    }
  }
#endif
