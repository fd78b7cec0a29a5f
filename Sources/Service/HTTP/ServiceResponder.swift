#if Server
  import Findings
  import HTTPTypes
  import Hummingbird
  import Logging
  import NIOCore
  import NIOHTTP1

  /// Answers every request: with what it asks for, or with a refusal that says why. Nothing leaves here as an error, except
  /// that the bytes of a request are not HTTP.
  package struct ServiceResponder: HTTPResponder {
    let parts: ServiceParts
    let metrics: ServiceMetrics
    let logger: Logger
    let gates: ServiceGates
    let reloader: Reloader
    /// Made once: it is the same for every caller.
    let description: String

    package init(_ parts: ServiceParts, logger: Logger) {
      let metrics = ServiceMetrics(engine: parts.engine)
      self.parts = parts
      self.metrics = metrics
      self.logger = logger
      gates = ServiceGates(parts.limits)
      description = OpenAPI.text(engine: parts.engine)
      reloader = Reloader(parts: parts, metrics: metrics, logger: logger)
    }

    package func respond(to request: Request, context: ServiceContext) async throws -> Response {
      let start = ContinuousClock.now
      let call = ServiceCall(request, parts: parts)
      let answer: ServiceAnswer
      do {
        answer = try await self.answer(call, request)
      } catch let refusal as Refusal {
        answer = .reply(RefusalBody.reply(refusal, call.language))
      } catch let error where ServiceResponder.isOfTheConnection(error) {
        logger.info("caller left", metadata: call.metadata(["error": "\(ServiceResponder.loggable(error))"]))
        metrics.answered(call.label, call.methodLabel, status: 499, nanoseconds: ServiceResponder.elapsed(since: start))
        throw error
      } catch {
        logger.error("unexpected", metadata: call.metadata(["error": "\(ServiceResponder.loggable(error))"]))
        answer = .reply(RefusalBody.reply(.unexpected, call.language))
      }
      let response = ResponseWriting(call: call, answer: answer).response
      let nanoseconds = ServiceResponder.elapsed(since: start)
      metrics.answered(
        call.label, call.methodLabel, status: Int(response.status.code), nanoseconds: nanoseconds)
      logger.info(
        "request",
        metadata: call.metadata(["status": "\(response.status.code)", "microseconds": "\(nanoseconds / 1000)"]))
      return response
    }

    /// The caller hung up, or what came was not HTTP any more: nobody is there to be answered.
    private static func isOfTheConnection(_ error: any Error) -> Bool {
      error is HTTPParserError || error is IOError || error is ChannelError
    }

    private static func elapsed(since start: ContinuousClock.Instant) -> Int64 {
      let components = (ContinuousClock.now - start).components
      return components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }

    /// The words of an error may quote the request, its type cannot.
    static func loggable(_ error: any Error) -> String { "\(type(of: error))" }

    private func answer(_ call: ServiceCall, _ request: Request) async throws -> ServiceAnswer {
      let route = try call.admittedRoute(parts.authorization)
      try call.checkLength(parts.limits.bodyBytes)
      try call.checkMediaType(of: route)
      let query = try Query(request.uri.query, for: route)
      switch route {
      case .settle:
        let isExplaining = try query.isExplaining()
        return .reply(
          try await claim(call, request) { body in
            let answerer = ClaimAnswerer(
              rules: call.rules, decisions: parts.decisions, language: call.language, isExplaining: isExplaining)
            return parts.settle(answerer, body)
          })
      case .standing:
        return .reply(
          try await claim(call, request) { body in
            ClaimAnswerer(rules: call.rules, decisions: parts.decisions, language: call.language).standing(body)
          })
      case .settleBatch: return try batch(call, request, isExplaining: try query.isExplaining())
      case .diff: return .reply(try await diff(call, request))
      case .reload: return .reply(try await reload(call))
      case .regions: return call.unlessKnown(regions(call).regions)
      case .rules:
        let asked = try LawDay(query: query["on"], header: call.acceptedInstant, today: parts.today())
        let reply = try regions(call).rules(of: call.code, on: asked.day)
        return asked.isNamed ? call.unlessKnown(reply) : .reply(reply)
      case .live: return .reply(HealthAnswerer.live)
      case .ready: return .reply(health(call).ready)
      case .metrics:
        let text = metrics.text(
          parts.rules.current, isReady: health(call).readiness.isReady, inFlight: gates.requests.inFlight,
          lostLogLines: JSONLogHandler.lines.lost)
        return .reply(Reply(body: text, mediaType: MediaTypes.metrics))
      case .description: return .reply(Reply(body: description))
      }
    }

    private func regions(_ call: ServiceCall) -> RegionAnswerer {
      RegionAnswerer(rules: call.rules, language: call.language, figures: parts.figures)
    }

    private func health(_ call: ServiceCall) -> HealthAnswerer {
      HealthAnswerer(rules: call.rules, readiness: Readiness(parts.decisions), language: call.language)
    }

    /// An answer that is worked out of a claim, off the threads that serve connections.
    private func claim(
      _ call: ServiceCall, _ request: Request, _ work: @escaping @Sendable ([UInt8]) -> Reply
    ) async throws -> Reply {
      let held = try await BodyReader(limits: parts.limits, budget: gates.heldBytes, metrics: metrics).read(request)
      let share = try gates.share(of: gates.requests)
      let reply = try await WorkPool.claims { work(held.bytes) }
      if call.route == .settle {
        metrics.claims(settled: reply.status == 200 ? 1 : 0, refused: reply.status == 200 ? 0 : 1)
      }
      withExtendedLifetime((held, share)) {}
      return reply
    }

    private func batch(_ call: ServiceCall, _ request: Request, isExplaining: Bool) throws -> ServiceAnswer {
      if let refusal = Readiness(parts.decisions).refusal { throw refusal }
      let share = try gates.share(of: gates.batches)
      let answerer = ClaimAnswerer(
        rules: call.rules, decisions: parts.decisions, language: call.language, isExplaining: isExplaining)
      let batch = BatchSettlement(answerer: answerer, limits: parts.limits, metrics: metrics)
      let body = request.body
      let (logger, id) = (logger, call.id)
      return .stream { writer in
        var progress = BatchSettlement.Progress()
        var ending = "complete"
        defer {
          logger.info(
            "batch ended", metadata: ["request": "\(id)", "lines": "\(progress.lines)", "ending": "\(ending)"])
        }
        do {
          try await batch.run(body, to: &writer, &progress)
          if progress.wasTooSlow { ending = "too slow" }
        } catch {
          ending = "cut: \(ServiceResponder.loggable(error))"
          throw error
        }
        withExtendedLifetime(share) {}
      }
    }

    private func diff(_ call: ServiceCall, _ request: Request) async throws -> Reply {
      let held = try await BodyReader(limits: parts.limits, budget: gates.heldBytes, metrics: metrics).read(request)
      let comparison = try ComparisonRequest.read(held.bytes)
      let share = try gates.share(of: gates.comparisons)
      let compare = parts.compare
      let result = await WorkPool.long { compare(call.rules.policies, comparison, call.language) }
      withExtendedLifetime((held, share)) {}
      let text = try result.get()
      return Reply(
        body: JSONText.object([("revision", JSONText.string(call.rules.revision)), ("result", text)]))
    }

    private func reload(_ call: ServiceCall) async throws -> Reply {
      let share = try gates.share(of: gates.reloads)
      let outcome = await reloader.reload(trigger: "request")
      withExtendedLifetime(share) {}
      return HealthAnswerer.reload(
        outcome.rules, areTokensTaken: outcome.areTokensTaken, current: parts.rules.current, call.language)
    }
  }
#endif
