#if Server
  import Findings
  import Foundation
  import Logging
  import Testing

  @testable import Service

  @Suite("What the service needs before it starts")
  struct ProtectionTests {
    private let everywhere = ListenAddress(host: "0.0.0.0", port: 0)
    private let loopback = ListenAddress(host: "127.0.0.1", port: 0)

    private func refusal(
      _ address: ListenAddress, tokens: String? = nil, certificate: String? = nil, key: String? = nil
    ) -> Finding? {
      do throws(Refusal) {
        _ = try Protection(address: address, tokens: tokens, certificate: certificate, key: key)
        return nil
      } catch {
        return error.errors.first?.finding
      }
    }

    private func file(_ text: String) throws -> String {
      let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try Data(text.utf8).write(to: url)
      return url.path
    }

    @Test("loopback needs nothing, other addresses everything")
    func needs() {
      #expect(refusal(loopback) == nil)
      let nothing = refusal(everywhere)
      #expect(nothing?.kind == .openWithoutProtection)
      #expect(nothing?.arguments["missing"] == "--tokens, --tls-certificate, --tls-key")
      let half = refusal(everywhere, tokens: "t", certificate: "c")
      #expect(half?.kind == .openWithoutProtection && half?.arguments["missing"] == "--tls-key")
    }

    @Test("token files that are missing, empty or hold something else")
    func tokens() throws {
      #expect(refusal(loopback, tokens: "/no/such/file")?.kind == .tokensUnusable)
      #expect(refusal(loopback, tokens: try file("# none\n"))?.kind == .tokensUnusable)
      #expect(refusal(loopback, tokens: try file("short\n"))?.kind == .tokensUnusable)
      #expect(refusal(loopback, tokens: try file(String(repeating: "t", count: 32))) == nil)
    }

    @Test("certificates that are no certificates, or have no key")
    func certificates() throws {
      let text = try file("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
      #expect(refusal(loopback, certificate: text, key: text)?.kind == .certificateUnusable)
      #expect(refusal(loopback, certificate: text)?.kind == .certificateUnusable)
      #expect(refusal(loopback, certificate: "/no/such/file", key: "/no/such/file")?.kind == .certificateUnusable)
    }

    @Test("an address that cannot be listened on is told")
    func cannotListen() async throws {
      // An address for documentation (RFC 5737): no machine has it.
      let address = ListenAddress(host: "192.0.2.1", port: 80)
      let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
      let runner = ServiceRunner(
        address: address, tls: nil, watched: [], parts: SampleService().parts, logger: logger)
      await #expect {
        try await runner.run()
      } throws: { error in
        (error as? Refusal)?.errors.first?.finding.kind == .cannotListen
      }
    }
  }
#endif
