import ArgumentParser
import Configuration
import Delivery
import Plan
import Report
import SourceText
import Updates

struct UpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Tell of an incident, planned work or how it goes on.",
        discussion: """
            Writes one Markdown file into updates/ beside the plan and prints its path; the next build shows it. \
            Nothing that is there is overwritten. The file may be edited, or written by hand.

            Exit status: 0 written, 2 not written.
            """)

    @Argument(help: ArgumentHelp("What to tell, in Markdown; '-' reads it from standard input.", valueName: "text"))
    var text: String

    @Argument(help: ArgumentHelp("Folder with the documents and, if there is one, plumbline.yml.", valueName: "folder"))
    var folder: String = "."

    @Option(help: "planned, incident, update or resolved.")
    var kind: UpdateKind = .update

    @Option(help: "Heads the update; without one its first heading or line does.")
    var title: String?

    @Option(help: ArgumentHelp("Flags and indicators, by comma.", valueName: "names"))
    var affects: String?

    @Option(
        help: ArgumentHelp("The update that this one belongs to: the name of its file without .md.", valueName: "id"))
    var of: String?

    @Option(help: ArgumentHelp("When planned work begins, such as 2026-12-01T22:00.", valueName: "time"))
    var start: String?

    @Option(help: ArgumentHelp("When planned work ends.", valueName: "time"))
    var end: String?

    @Option(help: ArgumentHelp("When it became true; now without it.", valueName: "time"))
    var time: String?

    @Option(help: ArgumentHelp("Take this moment as now, such as 2026-11-30T14:07:00+01:00.", valueName: "time"))
    var now: String?

    func validate() throws {
        if kind == .planned, start == nil || end == nil {
            throw ValidationError("'--kind planned' takes '--start' and '--end'")
        }
        if kind != .planned, start != nil || end != nil {
            throw ValidationError("'--start' and '--end' belong to '--kind planned'")
        }
    }

    func run() throws {
        let clock = try RunClock(option: now)
        let plan = try UpdatedPlan(folder)
        let zone = plan.zone
        let moment = try time.map { zone.instant(of: try writtenTime($0, "--time", in: zone)) } ?? clock.now
        var window: (start: String, end: String)?
        if let start, let end {
            window = (try rfc3339(start, "--start", in: zone), try rfc3339(end, "--end", in: zone))
        }
        let shownTime = zone.shown(moment, now: moment)
        let file = UpdateFile(
            kind: kind, title: title, time: shownTime.rfc3339, window: window,
            affects: affects.map { $0.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty } } ?? [],
            incident: of, text: text == "-" ? try standardInput() : text)
        let stamp = shownTime.rfc3339.prefix(16).replacing("T", with: "-").replacing(":", with: "")
        // Read as the next build will read it: what would be refused then is not written.
        let source = SourceFile(path: "updates/\(stamp).md", text: file.serialized)
        let (update, findings) = Update.read(source, hasZone: true)
        guard let update else {
            throw CommandError(findings.first?.message ?? "the update cannot be read again", help: findings.first?.help)
        }
        for finding in updateFindings([update], names: plan.names) where !isOfOther(finding, plan) {
            Terminal.complain("warning: \(finding.message)\n")
        }
        let name = slug(update.title).prefix(48)
        let path = try write(
            Array(file.serialized.utf8), in: joined(trimmedSlash(folder), plan.updates),
            named: "\(stamp)-\(name.isEmpty ? kind.rawValue[...] : name)")
        try Terminal.print("\(path)\n")
    }

    /// Alone an update knows no other one; what it belongs to may be a file.
    private func isOfOther(_ finding: Finding, _ plan: UpdatedPlan) -> Bool {
        guard let of else { return false }
        return finding.identity == [of] && plan.ids.contains(of)
    }

    private func write(_ bytes: [UInt8], in folder: String, named name: String) throws(CommandError) -> String {
        do {
            return try writeNewFile(bytes, in: folder, named: name, ending: ".md")
        } catch {
            throw CommandError(error.description, help: "nothing was written")
        }
    }

    private func standardInput() throws(CommandError) -> String {
        let bytes = try InputFiles.readStandardInput()
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandError("standard input is not UTF-8", help: "save the text as UTF-8")
        }
        return text
    }

    private func rfc3339(_ text: String, _ option: String, in zone: PlanZone) throws(CommandError) -> String {
        let instant = zone.instant(of: try writtenTime(text, option, in: zone))
        return zone.shown(instant, now: instant).rfc3339
    }

    private func writtenTime(_ text: String, _ option: String, in zone: PlanZone) throws(CommandError) -> WrittenTime {
        guard text.utf8.count > 10, let time = WrittenTime(text) else {
            throw CommandError(
                "'\(option) \(shown(text))' is not a time", help: "write it as 2026-11-30T14:05, or with an offset")
        }
        guard zone.doubt(of: time) == nil else {
            throw CommandError(
                "'\(option) \(shown(text))' is left out or shown twice by the clocks of \(zone.name)",
                help:
                    "add its offset, such as \(zone.shown(zone.instant(of: time), now: zone.instant(of: time)).rfc3339)"
            )
        }
        return time
    }
}

extension UpdateKind: ExpressibleByArgument {}
