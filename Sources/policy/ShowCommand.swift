import ArgumentParser
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "显示某日施行的规则 what is in force on a day, as tables with sources")
  func run() throws {}
}
