/// The HTTP service with claims answered by their own text: what the service costs without evaluation.
#if Server
  import Glibc
  import Logging
  import RegionPolicy
  import Service
  import Values

  /// Rules that are never asked.
  struct NoRules: RuleKeeping {
    private let policies = RegionPolicies(folder: "policies")

    var current: ServedRules { ServedRules(policies: policies, revision: "echo", loadedAt: 0) }

    func reload() -> ReloadOutcome { .unchanged }
  }

  let arguments = CommandLine.arguments
  guard arguments.count == 3, arguments[1] == "--listen", let address = ListenAddress(arguments[2]) else {
    print("usage: echo --listen 127.0.0.1:PORT")
    exit(2)
  }
  var parts = ServiceParts(
    rules: NoRules(), engine: "echo", today: { .distantPast }, compare: { _, _, _ in .failure(.unexpected) },
    figures: { _, _, _ in [] })
  parts.settle = { _, claim in Reply(body: String(decoding: claim, as: UTF8.self)) }
  let logger = Logger(label: "echo") { _ in JSONLogHandler(level: .info) }
  try await ServiceRunner(address: address, tls: nil, watched: [], parts: parts, logger: logger).run()
#else
  print("built without the trait Server")
#endif
