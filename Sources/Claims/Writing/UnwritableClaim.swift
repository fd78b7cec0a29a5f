import Findings
import PolicyModel

/// Why no claim can have the facts that were asked for.
package enum UnwritableClaim: Error {
  /// No code, institution or attribute gives this value of the dimension together with the others.
  case contradiction(Dimension)
  /// No place of treatment is at this distance from home.
  case distance(String)
  /// The parts do not add up to the total, or an amount is not one.
  case amounts
  /// The stay runs over two benefit years and is settled by days.
  case stayOverTwoYears
  /// The claim goes on with a unit, and the plan merges nothing.
  case unit
  /// An account that the rules do not keep, or that cannot hold so much.
  case account(String)
  /// The rules refuse the claim before any benefit is chosen, such as a disease that is not settled directly elsewhere.
  case refused([Finding])
  /// Read again, the claim would have another value of this dimension.
  case differs(Dimension)
}
