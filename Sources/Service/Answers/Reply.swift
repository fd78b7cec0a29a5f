/// What goes back to a caller, before it is HTTP.
package struct Reply: Sendable {
  package let status: Int
  package let body: String
  package var mediaType = MediaTypes.json
  /// Further header fields, by name.
  package var fields: [(name: String, value: String)] = []

  package init(status: Int = 200, body: String, mediaType: String = MediaTypes.json) {
    self.status = status
    self.body = body
    self.mediaType = mediaType
  }

  func with(_ name: String, _ value: String) -> Reply {
    var reply = self
    reply.fields.append((name, value))
    return reply
  }
}

/// The formats that the service reads and writes.
package enum MediaTypes {
  package static let json = "application/json"
  package static let lines = "application/x-ndjson"
  /// What Prometheus reads.
  package static let metrics = "text/plain; version=0.0.4; charset=utf-8"
}
