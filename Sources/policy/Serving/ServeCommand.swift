import ArgumentParser
import Findings
import Service

#if Server
  import Claims
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

  @Flag(help: "规则文件夹有变化就重新加载 load the rules anew when their folder changes")
  var watch = false

  @Option(help: "日志级别 log level: debug, info, notice, warning, error")
  var logLevel = "info"

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
      let first = ServedRules(loaded: try rules.loadReporting(options))
      let (rules, level) = (rules, Logger.Level(rawValue: logLevel) ?? .info)
      let keeper = FolderRules(first) { ServedRules(loaded: rules.load()) }
      var parts = ServiceParts(
        rules: keeper, engine: PolicyCommand.configuration.version,
        today: { ShowCommand.today?.description ?? "" }, compare: VersionComparison.compare)
      parts.limits = limits.limits
      let logger = Logger(label: "policy") { _ in JSONLogHandler(level: level) }
      OpenFileLimit.raise()
      do {
        let protection = try Protection(
          address: address, tokens: tokens, certificate: tlsCertificate, key: tlsKey)
        parts.authorization = protection.authorization
        let runner = ServiceRunner(
          address: address, tls: protection.tls, watched: watch ? [rules.policies] : [], parts: parts, logger: logger)
        try wait { try await runner.run() }
      } catch let refusal as Refusal {
        options.report(refusal.errors.map(\.finding))
        throw ExitCode.unusable
      }
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

  extension ServedRules {
    fileprivate init(loaded policies: RegionPolicies) {
      self.init(
        policies: policies, revision: policies.revisionOfDigests, loadedAt: Int64(Date.now.timeIntervalSince1970))
    }
  }

  extension RegionPolicies {
    /// Stands in for `revision` until the registry of bundles names it: FNV-1a over the digests of all rules in force.
    fileprivate var revisionOfDigests: String {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in registry.compiled.map(\.rules.digest).joined().utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
      return "fnv:" + String(hash, radix: 16)
    }
  }
#endif
