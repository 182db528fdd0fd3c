import Report
import SourceText

/// The files of a site that programs read, beside `status.json`.
///
/// - Parameter publishedCalendar: The `calendar.ics` that stood there before.
func machineFaces(_ report: Report, publishedCalendar: [UInt8]) -> [RenderedFile] {
    let badge = Badge(report)
    var files = [
        RenderedFile(path: "badge.json", text: badge.endpoint.serialized()),
        RenderedFile(path: "badge.svg", text: badge.svg), RenderedFile(path: "feed.atom", text: atomFeed(report)),
    ]
    if let calendar = calendarFile(report, published: publishedCalendar) {
        files.append(RenderedFile(path: "calendar.ics", text: calendar))
    }
    if !report.plannedFlags.flags.isEmpty {
        files.append(RenderedFile(path: "flags.json", text: flagDefinitions(report).serialized()))
    }
    return files
}

/// What ``machineFaces(_:publishedCalendar:)`` may make.
let machineFacePaths = ["badge.json", "badge.svg", "calendar.ics", "feed.atom", "flags.json"]
