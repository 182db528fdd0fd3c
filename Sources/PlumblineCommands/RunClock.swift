import Observations
import Plan

/// The moment that a run takes as now: `--now`, else `SOURCE_DATE_EPOCH`, else the system's clock.
struct RunClock {
    let now: Instant
    /// Given, not read from a clock: the result is reproducible, and says that it is a snapshot.
    let isGiven: Bool

    init(option: String?) throws(CommandError) {
        if let text = option {
            do {
                now = try Instant(reading: text)
            } catch {
                throw CommandError(
                    "'--now \(shown(text))' \(error.phrase)")
            }
            isGiven = true
        } else if let epoch = ProcessEnvironment.variable("SOURCE_DATE_EPOCH"), !epoch.isEmpty {
            guard let seconds = Double(epoch), let moment = Instant(secondsSinceEpoch: seconds) else {
                throw CommandError(
                    "SOURCE_DATE_EPOCH is '\(shown(epoch))', not a number of seconds since 1970",
                    help: "unset it, or correct it")
            }
            now = moment
            isGiven = true
        } else {
            guard let moment = Instant(secondsSinceEpoch: ProcessEnvironment.now()) else {
                throw CommandError("the system's clock shows no usable time", help: "set the clock, or give --now")
            }
            now = moment
            isGiven = false
        }
    }

    /// The day that it is at the Greenwich meridian.
    var day: CivilDate { CivilDate(daysSinceEpoch: Int((now.secondsSinceEpoch / 86_400).rounded(.down))) }
}
