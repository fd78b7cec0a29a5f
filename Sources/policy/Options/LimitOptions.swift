import ArgumentParser
import Service

/// How much the service takes on at once and how long it waits.
struct LimitOptions: ParsableArguments {
  @Option(help: "请求体和批量每行的最大字节数 most bytes of a body, and of a line of a batch")
  var maxBody = ServiceLimits().bodyBytes

  @Option(help: "最多同时几个连接 most connections at once")
  var maxConnections = ServiceLimits().connections

  @Option(help: "最多同时处理几个请求，超过的答 429 most requests worked on at once; 429 beyond")
  var maxRequests = ServiceLimits().requests

  @Option(help: "最多同时几个批量 most batches at once")
  var maxBatches = ServiceLimits().batches

  @Option(help: "请求头要在几秒内到 seconds for the head of a request")
  var headerTime = ServiceLimits().headerSeconds

  @Option(help: "请求体要在几秒内到 seconds for the body of a request")
  var bodyTime = ServiceLimits().bodySeconds

  @Option(help: "空闲几秒后关闭连接 seconds after which an idle connection is closed")
  var idleTime = ServiceLimits().idleSeconds

  @Option(help: "结束时等未完成的请求几秒 seconds that requests in flight have when the service ends")
  var shutdownTime = ServiceLimits().shutdownSeconds

  var limits: ServiceLimits {
    var limits = ServiceLimits()
    limits.bodyBytes = maxBody
    limits.connections = maxConnections
    limits.requests = maxRequests
    limits.batches = maxBatches
    limits.headerSeconds = headerTime
    limits.bodySeconds = bodyTime
    limits.idleSeconds = idleTime
    limits.shutdownSeconds = shutdownTime
    // A body that is allowed has to find room.
    limits.heldBytes = max(limits.heldBytes, maxBody)
    return limits
  }

  func validate() throws {
    let numbers = [maxBody, maxConnections, maxRequests, maxBatches]
    let seconds = [headerTime, bodyTime, idleTime, shutdownTime]
    if numbers.contains(where: { $0 < 1 }) || seconds.contains(where: { !(1...86400).contains($0) }) {
      throw ValidationError("各项上限是正整数，时间不超过一天 limits are positive, times not longer than a day")
    }
  }
}
