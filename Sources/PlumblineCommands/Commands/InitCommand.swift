import ArgumentParser
import Delivery
import Plan

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write a small plan to begin with.",
        discussion: """
            Four documents that agree with each other, and settings with a word on each key. Replace them piece by piece \
            with your own: 'plumbline lint' says when they no longer agree.

            No file is ever replaced: when one is in the way, nothing is written.

            Exit status: 0 written, 2 nothing written.
            """)

    @Argument(help: ArgumentHelp("Folder for the plan; made when it is not there.", valueName: "folder"))
    var folder: String = "."

    @Option(help: "What heads every page and mail.")
    var title: String = "New checkout"

    @Option(help: ArgumentHelp("Day 1 of the plan; else the Monday after today.", valueName: "date"))
    var start: String?

    @ArgumentParser.Flag(help: "Write the built-in templates too, to be changed.")
    var templates = false

    func run() throws {
        guard !title.allSatisfy(\.isWhitespace),
            title.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { throw CommandError("'--title' is empty or more than a line", help: "name the plan in a few words") }
        let plan = StarterPlan(title: title, start: try startDate(), hasTemplates: templates)
        let base = normalized(trimmedSlash(folder))
        let files = plan.files.map { (path: joined(base, $0.path), bytes: $0.bytes) }
        try refuseExisting(files.map(\.path), in: base)
        do {
            try createFiles(files)
        } catch {
            throw CommandError(error.description, help: "nothing was written")
        }
        let place = base == "." ? "" : " \(shellWord(base))"
        try Terminal.print(
            files.map { "\(shown($0.path))\n" }.joined() + """

                Next:
                  plumbline lint\(place)    hold the documents against each other
                  plumbline serve\(place)   see the site while you write
                  plumbline build\(place)   publish it

                """)
    }

    private func startDate() throws(CommandError) -> CivilDate {
        if let start {
            guard let date = CivilDate(iso: start) else {
                throw CommandError("'--start \(shown(start))' is no day", help: "write it like 2026-11-23")
            }
            return date
        }
        let today = try RunClock(option: nil).day
        return today.adding(days: 8 - today.isoWeekday)
    }

    private func refuseExisting(_ paths: [String], in base: String) throws(CommandError) {
        let folders = Set(paths.map(parentFolder)).union([base]).filter { !$0.isEmpty }
        let occupied =
            paths.filter { InputFiles.kind(of: $0) != nil || InputFiles.isLink($0) }
            + folders.sorted().filter {
                let isThere = InputFiles.kind(of: $0) != nil || InputFiles.isLink($0)
                return isThere && InputFiles.kind(of: $0) != .folder
            }
        guard !occupied.isEmpty else { return }
        throw CommandError(
            "\(occupied.map { "'\(shown($0))'" }.joined(separator: ", ")) \(occupied.count == 1 ? "is" : "are") there already",
            help: "choose another folder, or move them away; nothing was written")
    }
}

/// As a shell takes it for one word.
private func shellWord(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }
    return isPlain ? text : "'\(shown(text).replacing("'", with: "'\\''"))'"
}
