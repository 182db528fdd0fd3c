import ArgumentParser

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the site of a plan in a browser, and build it again at every change.",
        discussion: """
            Publishes to the output folder as 'build' does, and shows it on this machine alone. When a document, the \
            settings, a metric, a result or a template changes, the site is built again and every open page is loaded \
            anew. What keeps it from being built is shown in the page; the old output stays.

            The port is the one of the last time, else the first free one from 4173 on. Ctrl-C ends it.

            Exit status: 0 ended by Ctrl-C, 2 could not begin.
            """)

    @OptionGroup var plan: PlanFolderOptions

    @Option(help: ArgumentHelp("Port to listen on; 0 for any that is free.", valueName: "number"))
    var port: UInt16?

    @Option(
        help: ArgumentHelp(
            "Folder for the finished site; else 'output' in plumbline.yml, else ./output.", valueName: "folder"))
    var output: String?

    func run() throws {
        guard let folder = InputFiles.resolved(plan.folder), InputFiles.kind(of: folder) == .folder else {
            throw missingFolder(plan.folder)
        }
        _ = try RunClock(option: plan.now)
        let record = try PreviewRecord(of: folder)
        let port = try PreviewPort.open(port, remembered: record.port)
        record.remember(port.number)
        // A browser that goes away is no reason to end.
        signal(SIGPIPE, SIG_IGN)
        let interruption = Interruption()
        let preview = Preview(startedAt: ProcessEnvironment.now())
        let server = PreviewServer(preview: preview, sockets: port.sockets)
        let serving = Task.detached { await server.run() }
        defer { serving.cancel() }
        try PreviewLoop(folder: plan.folder, output: output, now: plan.now, preview: preview)
            .untilInterrupted(interruption) { try Terminal.print("http://127.0.0.1:\(port.number)/\n") }
        interruption.forget()
    }
}
