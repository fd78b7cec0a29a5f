import PolicyModel
import Values

/// How far places of treatment are from home, and which place is how far.
struct TreatmentPlaces {
  let catalogue: Catalogue

  /// A value of `distance`.
  func distance(from home: RegionCode, to place: RegionCode) -> String {
    let homePool = catalogue.poolingRegion(of: home) ?? home.city
    let isHome =
      homePool == catalogue.poolingRegion(of: place) ?? place.city || catalogue.regions[homePool]?.treatedAt == place
    return isHome ? "local" : (home.province == place.province ? "in_province" : "cross_province")
  }

  /// A place of treatment at a distance from home, a pooling region if there is one; nil when none is so far.
  func place(at distance: String, from home: RegionCode) -> RegionCode? {
    if self.distance(from: home, to: home) == distance { return home }
    let known = catalogue.regions.values.sorted { $0.code < $1.code }
    let pooling = known.filter { $0.level == "pooling_region" }.map(\.code)
    // A catalogue that lists few regions has no neighbour; a code it does not list is a pooling region of its own.
    let unlisted = [home.text.prefix(2) + "9800", "110000"].compactMap { RegionCode($0) }
    return (pooling + unlisted).first { self.distance(from: home, to: $0) == distance }
  }
}
