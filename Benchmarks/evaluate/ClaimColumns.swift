import Foundation

/// What `claims.json` says of the columns beside it.
struct Sidecar: Decodable {
  let constants: [String: String]
  /// For a column and each of its numbers the fields of a claim.
  let codes: [String: [String: [String: String]]]
  /// For a column the name of an account; `*` stands for the claim's disease.
  let accounts: [String: String]
  let layers: [String]
  let columns: [String]
  let answers: [String]
  let year: Int
  let claims: Int
}

/// Claims as columns of numbers.
struct ClaimColumns {
  let sidecar: Sidecar
  private let values: [Int64]

  init(_ path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    sidecar = try JSONDecoder().decode(Sidecar.self, from: Data(contentsOf: folder.appending(path: "claims.json")))
    let data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    values = data.withUnsafeBytes { Array($0.bindMemory(to: Int64.self)) }
  }

  var count: Int { sidecar.claims }

  func column(_ name: String) -> ArraySlice<Int64> {
    let number = sidecar.columns.firstIndex(of: name) ?? 0
    return values[number * count..<(number + 1) * count]
  }
}
