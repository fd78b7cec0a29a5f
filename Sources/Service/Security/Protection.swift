#if Server
  import Findings
  import FoundationEssentials
  import NIOSSL

  /// What protects a service that others reach: tokens and TLS.
  package struct Protection: Sendable {
    package let authorization: Authorization
    package let tls: TLSConfiguration?

    /// - Throws: why the service does not start: what it needs to listen there is missing or cannot be used.
    package init(
      address: ListenAddress, tokens: String?, certificate: String?, key: String?
    ) throws(Refusal) {
      if !address.isLoopback {
        let missing = [("--tokens", tokens), ("--tls-certificate", certificate), ("--tls-key", key)]
          .filter { $0.1 == nil }.map(\.0)
        if !missing.isEmpty {
          let arguments = ["host": address.host, "missing": missing.joined(separator: ", ")]
          throw Refusal(503, .openWithoutProtection, arguments)
        }
      }
      authorization = try Protection.authorization(tokens)
      tls = try Protection.tls(certificate, key)
    }

    private static func authorization(_ path: String?) throws(Refusal) -> Authorization {
      guard let path else { return .open }
      guard let bytes = Protection.bytes(path) else {
        throw Refusal(503, .tokensUnusable, ["path": path, "reason_zh": "读不到", "reason": "it cannot be read"])
      }
      guard let tokens = TokenList(bytes) else {
        let reason = ["reason_zh": "没有令牌，或有一行不是令牌", "reason": "it has no token, or a line that is none"]
        throw Refusal(503, .tokensUnusable, reason.merging(["path": path]) { own, _ in own })
      }
      return Authorization(tokens: tokens) { Protection.bytes(path).flatMap { TokenList($0) } }
    }

    private static func tls(_ certificate: String?, _ key: String?) throws(Refusal) -> TLSConfiguration? {
      if certificate == nil, key == nil { return nil }
      guard let certificate, let key else {
        throw Refusal(503, .certificateUnusable, ["path": certificate ?? key ?? ""])
      }
      do {
        let chain = try NIOSSLCertificate.fromPEMFile(certificate).map { NIOSSLCertificateSource.certificate($0) }
        let privateKey = try NIOSSLPrivateKey(file: key, format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
          certificateChain: chain, privateKey: .privateKey(privateKey))
        configuration.minimumTLSVersion = .tlsv12
        // Whether the two belong together shows here and not with the first caller.
        _ = try NIOSSLContext(configuration: configuration)
        return configuration
      } catch {
        throw Refusal(503, .certificateUnusable, ["path": "\(certificate), \(key)"])
      }
    }

    private static func bytes(_ path: String) -> [UInt8]? {
      (try? Data(contentsOf: URL(filePath: path))).map { [UInt8]($0) }
    }
  }
#endif
