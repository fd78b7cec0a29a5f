import ArgumentParser
import Findings
import Service

#if Server
  import Decisions
  import Foundation
  import Host
  import Logging
  import RegionPolicy
  import Registry
  import Synchronization
  import Values
#endif

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "HTTP 服务 the rules over HTTP: settle, standing, rules, comparisons",
    discussion:
      "只监听本机，除非另有说明；对外监听必须有令牌和 TLS。见 docs/serve.md。Listens on loopback unless told otherwise; elsewhere only with tokens and TLS."
  )

  @Option(help: "监听地址 host:port, or a port on loopback; port 0 takes a free one")
  var listen = "127.0.0.1:8080"

  @Option(help: "令牌文件，每行一个 file of bearer tokens, one a line")
  var tokens: String?

  @Option(help: "TLS 证书链（PEM）certificate chain")
  var tlsCertificate: String?

  @Option(help: "TLS 私钥（PEM）private key")
  var tlsKey: String?

  @Option(help: "可信的公钥文件，可写多次；写了就只接受签过名的规则包 public key file; only bundles signed with one are taken")
  var trustedKey: [String] = []

  @Option(help: "保存最近一套好规则的文件，启动时规则有错误就用它 file that keeps the last good rules for a restart")
  var lastGood: String?

  @Flag(help: "规则文件夹有变化就重新加载 load the rules anew when their folder changes")
  var watch = false

  @Option(help: "日志级别 log level: debug, info, notice, warning, error")
  var logLevel = "info"

  @OptionGroup var recording: DecisionLogOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var rules: PolicyOptions
  @OptionGroup var options: LanguageOptions

  func validate() throws {
    if ListenAddress(listen) == nil {
      throw ValidationError(
        options.say("--listen 写成 127.0.0.1:8080", "--listen takes 127.0.0.1:8080, [::1]:8080 or 8080"))
    }
    if !["debug", "info", "notice", "warning", "error"].contains(logLevel) {
      throw ValidationError("--log-level: debug, info, notice, warning, error")
    }
  }

  func run() throws {
    #if Server
      try serve()
    #else
      StandardStreams.error(
        options.say(
          "这个 policy 编译时没有带 HTTP 服务；用 make serve，或 swift build --traits Server 编译\n",
          "this policy was built without the HTTP service; use make serve, or build with swift build --traits Server\n")
      )
      throw ExitCode.unusable
    #endif
  }
}

#if Server
  extension ServeCommand {
    private func serve() throws {
      guard let address = ListenAddress(listen) else { throw ExitCode.unusable }
      // A reload that is asked for too early must not end the service.
      signal(SIGHUP, SIG_IGN)
      let level = Logger.Level(rawValue: logLevel) ?? .info
      let rulesInUse = RegistryRules(try registry())
      var parts = ServiceParts(
        rules: rulesInUse, engine: PolicyCommand.configuration.version,
        today: { ChinaDay.today }, compare: VersionComparison.compare, figures: PlanFigures.rows)
      parts.limits = limits.limits
      let logger = Logger(label: "policy") { _ in JSONLogHandler(level: level) }
      if let log = try recording.open(options) {
        parts.decisions = LoggedDecisions(log: log, engine: parts.engine, logger: logger)
      }
      OpenFileLimit.raise()
      do {
        let protection = try Protection(
          address: address, tokens: tokens, certificate: tlsCertificate, key: tlsKey)
        parts.authorization = protection.authorization
        let runner = ServiceRunner(
          address: address, tls: protection.tls, watched: watch ? [rules.policies] : [], parts: parts, logger: logger)
        defer { JSONLogHandler.lines.finish() }
        logger.notice(
          "rules loaded",
          metadata: ["policies": "\(rules.policies)", "revision": "\(rulesInUse.current.revision)"])
        runner.reloader.tell(rulesInUse.findings)
        try wait { try await runner.run() }
      } catch let refusal as Refusal {
        options.report(refusal.errors.map(\.finding))
        throw ExitCode.unusable
      }
    }

    /// The rules; errors in them, and no good ones kept, end the command.
    private func registry() throws -> PolicyRegistry {
      do throws(PolicyLoadFailure) {
        let registry = try PolicyRegistry(
          rules.policies, catalogue: rules.catalogue ?? PolicySearch.catalogue(for: rules.policies),
          includingDrafts: rules.includesDrafts, trustedKeys: trustedKey.isEmpty ? nil : trustedKey,
          keepingLastGoodIn: lastGood)
        // Who asks for them to be kept would learn at the worst moment that they are not.
        let notKept = registry.status.findings.map(\.finding).filter { $0.kind == .lastGoodNotKept }
        if notKept.isEmpty { return registry }
        options.report(notKept)
      } catch {
        options.report(error.findings.map(\.finding))
      }
      throw ExitCode.unusable
    }

    /// Runs to the end what cannot be waited for in a command without `async`.
    private func wait(_ work: @escaping @Sendable () async throws -> Void) throws {
      let failure = Mutex<(any Error)?>(nil)
      let hasEnded = DispatchSemaphore(value: 0)
      Task {
        do { try await work() } catch { failure.withLock { $0 = error } }
        hasEnded.signal()
      }
      hasEnded.wait()
      if let failure = failure.withLock({ $0 }) { throw failure }
    }
  }
#endif
