import Claims
import SourceTree
import Testing

@Suite("the same claim again")
struct DeterminismTests {
  @Test("a claim settles to the same bytes a thousand times")
  func again() throws {
    let claim = try DemoClaim.number(5).json
    let first = Policies.shipped.line(claim, explaining: true)
    let different = (0..<1000).count { _ in Policies.shipped.line(claim, explaining: true) != first }
    #expect(different == 0)
  }

  @Test("claims settle to the same bytes from several tasks at once")
  func atOnce() async throws {
    let claims = try DemoClaim.all().map(\.json)
    let expected = claims.map { Policies.shipped.line($0) }
    #expect(Set(expected).count == claims.count)
    await withTaskGroup(of: [String].self) { group in
      for _ in 0..<32 {
        group.addTask { claims.map { Policies.shipped.line($0) } }
      }
      for await lines in group { #expect(lines == expected) }
    }
  }

  @Test("an explanation changes nothing but itself")
  func explained() throws {
    for claim in try DemoClaim.all() {
      let plain = try Policies.shipped.answer(claim)
      let explained = try Policies.shipped.answer(claim, explaining: true)
      let members = (explained.root.entries ?? []).filter { $0.key.scalar?.text != "explanation" }
      #expect(members.map { DemoClaim.json($0.value) } == (plain.root.entries ?? []).map { DemoClaim.json($0.value) })
    }
  }
}
