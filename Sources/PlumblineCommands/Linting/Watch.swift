import ArgumentParser
import Configuration
import Delivery
import Plan

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Checks again whenever something changes that a run reads. Two looks a second cost less than they are worth, and see
/// what no notification tells: on network folders, in containers, through links.
struct Watch {
    private static let microsecondsBetweenLooks: UInt32 = 500_000

    private let run: LintRun

    init(_ run: LintRun) { self.run = run }

    /// - Throws: when standard output cannot be written to; faults of documents and settings are shown, and it goes on.
    func untilInterrupted() throws {
        signal(SIGINT) { _ in _exit(0) }
        while true {
            // Looked at before they are read: what changes in between is seen the next time.
            let seen = run.watchedFiles()
            if isatty(1) == 1 { try Terminal.print("\u{1b}[2J\u{1b}[3J\u{1b}[H") }
            do {
                try run.once(thenExits: false)
            } catch let error as CommandError {
                Terminal.complain(error.text)
            } catch is ExitCode {}
            while run.watchedFiles() == seen { usleep(Watch.microsecondsBetweenLooks) }
        }
    }
}

extension LintRun {
    /// Every file whose change may change what is found, with a mark that changes with it; nil for what is not there.
    fileprivate func watchedFiles() -> [String: FileSystem.Version?] {
        var loader = SettingsLoader(roots: knownRoots(paths))
        // Settings that cannot be used are watched too: they will be mended.
        let settings = try? loader.find(for: paths, self.settings)
        var names = loader.files + settingsCandidates(for: paths)
        if case .file(let path) = self.settings { names.append(path) }
        if let path = baseline { names.append(path) }
        if let settings, let claim = settings.configuration.lint.baseline {
            names.append(joined(settings.folder, claim.value))
        }
        for path in paths {
            let search = DocumentSearch(folder: path, output: nil)
            names += ((try? search.documents(named: "")) ?? []).map(\.path)
            // A folder changes with every output that is written into it.
            if InputFiles.kind(of: path) != .folder { names.append(path) }
        }
        if let settings, !settings.configuration.documents.isEmpty {
            let search = DocumentSearch(folder: settings.folder, output: nil)
            names += ((try? search.documents(matching: settings.configuration.documents)) ?? []).map(\.path)
        }
        return Dictionary(
            names.map { ($0, (try? FileSystem.attributes($0, followingLinks: true))?.version) },
            uniquingKeysWith: { first, _ in first })
    }
}
