import ArgumentParser

/// How a long file of claims is gone through.
struct StreamOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "线程数，不写就用全部处理器；只用于各自独立、结果为 JSON 的逐行结算 threads, as many as processors when left out; for lines of JSON that stand alone",
      valueName: "count"))
  var threads: Int?

  @Flag(
    help:
      "在标准错误上显示进度；结果不显示在终端上时，终端上自动显示 tell on standard error how far it is; done anyway on a terminal that does not get the answers"
  )
  var progress = false

  private static let mostThreads = 1024

  func validate() throws {
    if let threads, !(1...StreamOptions.mostThreads).contains(threads) {
      throw ValidationError("--threads 是 1 到 \(StreamOptions.mostThreads) takes 1 to \(StreamOptions.mostThreads)")
    }
  }
}
