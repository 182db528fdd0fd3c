import ArgumentParser
import Observations
import SourceText

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Fail when a published page is too old to be believed.",
        discussion: """
            Reads when the page was made and until when it is valid: a page of the site, its status.json, a folder with \
            the site, or the address of any of them.

            Exit status: 0 fresh; 1 older than '--max-age', past its validity, or made in the future; 2 not to be read, \
            no page of Plumbline's, or without a time.
            """)

    @Argument(help: ArgumentHelp("File, folder, or address that begins with http:// or https://.", valueName: "page"))
    var page: String

    @Option(
        help: ArgumentHelp(
            "How old the page may be, such as 90m, 2h or 1d; without it, until when it says that it is valid.",
            valueName: "duration"))
    var maxAge: String?

    @Option(help: ArgumentHelp("Take this moment as now, such as 2026-11-30T14:07:00+01:00.", valueName: "time"))
    var now: String?

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "text: one line; json: the contract plumbline/check/1.")
    var format: Format = .text

    func run() throws {
        let longestAge = try maxAge.map { text in
            guard let seconds = lengthSeconds(text) else {
                throw CommandError(
                    "'--max-age \(shown(text))' is no length of time", help: "write it like 90m, 2h or 1d")
            }
            return seconds
        }
        let moment = try currentMoment()
        let (name, bytes) = try readPublished(page)
        let check = AgeCheck(
            source: name, status: try PublishedStatus(reading: bytes, from: name), now: moment, longestAge: longestAge)
        switch format {
        case .text: try Terminal.print(check.text)
        case .json: try Terminal.print(check.json.serialized())
        }
        guard check.verdict == .fresh else { throw ExitCode(1) }
    }

    /// Not `SOURCE_DATE_EPOCH`: a moment that stands still for the sake of builds would keep every page fresh.
    private func currentMoment() throws(CommandError) -> Instant {
        if let now { return try RunClock(option: now).now }
        guard let moment = Instant(secondsSinceEpoch: ProcessEnvironment.now()) else {
            throw CommandError("the system's clock shows no usable time", help: "set the clock, or give --now")
        }
        return moment
    }
}
