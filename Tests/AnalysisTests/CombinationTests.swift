import TestSupport
import Testing

@testable import Analysis

@Suite("combinations of choices, and sets of them")
struct CombinationTests {
  @Test("each number has its coordinates and each coordinates their number, the first axis changing fastest")
  func numbering() {
    let combinations = Combinations(counts: [3, 1, 4])
    #expect(combinations.count == 12 && !combinations.isTooMany)
    #expect(combinations.coordinates(of: 0) == [0, 0, 0])
    #expect(combinations.coordinates(of: 1) == [1, 0, 0])
    #expect(combinations.coordinates(of: 3) == [0, 0, 1])
    for number in 0..<12 { #expect(combinations.number(at: combinations.coordinates(of: number)) == number) }
  }

  @Test("no axes make one combination, and an axis without choices makes none disappear")
  func empty() {
    #expect(Combinations(counts: []).count == 1)
    #expect(Combinations(counts: [2, 0]).count == 2)
  }

  @Test("too many are told without being counted")
  func tooMany() {
    #expect(!Combinations(counts: [400, 1000]).isTooMany)
    #expect(Combinations(counts: [400, 1001]).isTooMany)
    #expect(Combinations(counts: Array(repeating: 1_000_000, count: 30)).isTooMany)
  }

  @Test("the boxes of a set hold its combinations, and no other that there can be")
  func boxes() {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<300 {
      let counts = (0..<Int.random(in: 0...4, using: &generator)).map { _ in Int.random(in: 1...3, using: &generator) }
      let combinations = Combinations(counts: counts)
      let sets = Int.random(in: 1...4, using: &generator)
      let drawn = (0..<combinations.count).map { _ in Int.random(in: -2..<sets, using: &generator) }
      let boxes = CombinationBoxes(
        combinations, drawn.map { $0 == -2 ? .impossible : $0 == -1 ? .noSet : .member(of: $0) }
      ).boxes()
      for (number, set) in drawn.enumerated() where set != -2 {
        let coordinates = combinations.coordinates(of: number)
        let holding = boxes.filter { $0.value.contains { box in box.allSatisfy { $1.contains(coordinates[$0]) } } }
        #expect(Array(holding.keys) == (set == -1 ? [] : [set]), "round \(round): \(counts) \(drawn)")
      }
    }
  }

  @Test("everything there can be is one box without conditions")
  func everything() {
    let boxes = CombinationBoxes(
      Combinations(counts: [2, 2]), [.member(of: 5), .impossible, .member(of: 5), .member(of: 5)]
    ).boxes()
    #expect(boxes == [5: [[:]]])
  }

  @Test("very many sets are told in one pass")
  func manySets() {
    let combinations = Combinations(counts: [5, 5, 5, 16])
    let boxes = CombinationBoxes(combinations, (0..<combinations.count).map { .member(of: $0) }).boxes()
    #expect(boxes.count == 2_000 && boxes.values.allSatisfy { $0.count == 1 && $0[0].count == 4 })
  }
}
