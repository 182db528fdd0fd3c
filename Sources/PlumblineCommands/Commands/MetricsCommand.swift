import ArgumentParser
import Observations
import SourceText

struct MetricsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "Show what files of metrics say, before a plan is held against them.",
        discussion: """
            Reads CSV, JSON Lines, JSON lists, OpenMetrics and Prometheus text of any size, and what Gatus answers at \
            /api/v1/endpoints/statuses, compressed with gzip or Zstandard too, as `build` and `status` read them. A name \
            may be a pattern such as 'metrics/*.csv'; '-' is standard input.

            Percentiles of more than 4,096 values are off by at most one part in 2,048.

            Exit status: 0 read, 1 something could not be read, 2 could not run.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    enum Grouping: String, ExpressibleByArgument, CaseIterable { case metric, series }

    @Option(help: ArgumentHelp("Only the time before now, such as 30d; else all of it.", valueName: "length"))
    var window: String?

    @Option(help: "A line for each metric, or for each of its series, told apart by labels.")
    var by: Grouping = .metric

    @Option(help: "text: a table for a terminal; json: plumbline/metrics/1.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Take this moment as now, such as 2026-11-30T14:07:00+01:00.", valueName: "time"))
    var now: String?

    @Flag(help: "Never show how far the reading is.")
    var quiet = false

    @Argument(help: ArgumentHelp("Files, patterns of files, or - for standard input.", valueName: "file"))
    var files: [String]

    func run() throws {
        let clock = try RunClock(option: now)
        let window = MetricWindow(seconds: try windowSeconds ?? Self.always)
        let (summaries, findings) = try readMetrics(
            try inputs(), demand: MetricDemand(now: clock.now) { _ in [window] }, showsProgress: !quiet)
        for finding in findings { Terminal.warn(finding) }
        let table = MetricTable(summaries, window: window, isGrouped: by == .metric)
        switch format {
        case .text: try Terminal.print(table.text)
        case .json: try Terminal.print(table.json(now: clock.now, windowSeconds: try windowSeconds).serialized())
        }
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }

    /// Longer than there are clocks.
    private static let always = 3.7e11

    private var windowSeconds: Double? {
        get throws {
            guard let window else { return nil }
            guard let seconds = lengthSeconds(window) else {
                throw CommandError(
                    "'--window \(shown(window))' is not a length of time", help: "write one such as 30d, 12h or 5m")
            }
            return seconds
        }
    }

    private func inputs() throws(CommandError) -> [MetricInput] {
        var inputs: [MetricInput] = []
        for name in files {
            if name == "-" {
                inputs.append(.standardInput)
                continue
            }
            // A file of that very name is meant, whatever signs are in it.
            let matches = InputFiles.kind(of: name) == nil ? try matchingFiles(name, in: "") : [name]
            guard !matches.isEmpty else { throw CommandError("no file matches '\(shown(name))'") }
            inputs += matches.map { MetricInput(path: $0, location: $0) }
        }
        var seen: Set<String> = []
        return inputs.filter { seen.insert($0.path).inserted }
    }
}
