import Glibc

enum Clock {
  /// Processor time of the program, in nanoseconds.
  static func processor() -> Int64 { now(CLOCK_PROCESS_CPUTIME_ID) }

  /// Time that passes, in nanoseconds.
  @inline(__always)
  static func passing() -> Int64 { now(CLOCK_MONOTONIC) }

  @inline(__always)
  private static func now(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
