/// Why a further place is taken to tell of a thing that is known already.
package enum JoinReason: String, Sendable, CaseIterable {
    case sameNumber = "same number"
    case sameNumberAndName = "same number and name"
    case sameNumberAndDays = "same number and days"
    case sameName = "same name"
}
