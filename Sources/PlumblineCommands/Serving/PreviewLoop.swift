import Delivery
import Report

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Builds a site, and again whenever something changes that it is made of.
struct PreviewLoop {
    private static let microsecondsBetweenLooks: UInt32 = 300_000
    /// An editor that writes several files writes them faster than this.
    private static let microsecondsToSettle: UInt32 = 100_000

    let folder: String
    let output: String?
    /// As given; nil for the moment of each build.
    let now: String?
    let preview: Preview

    /// - Parameter begun: Called when there is something to show.
    func untilInterrupted(_ interruption: borrowing Interruption, begun: () throws -> Void) throws {
        let inputs = WatchedInputs(folder: folder, output: output)
        // Looked at before they are read: what changes in between is seen the next time.
        var seen = inputs.versions()
        build()
        try begun()
        while interruption.signalNumber == nil {
            usleep(PreviewLoop.microsecondsBetweenLooks)
            var versions = inputs.versions()
            if versions == seen { continue }
            for _ in 0..<20 where interruption.signalNumber == nil {
                usleep(PreviewLoop.microsecondsToSettle)
                let next = inputs.versions()
                if next == versions { break }
                versions = next
            }
            if interruption.signalNumber != nil { return }
            seen = versions
            build()
        }
    }

    private func build() {
        do {
            let clock = try RunClock(option: now)
            let site = try SiteBuild(
                folder, clock: clock, options: SiteBuild.Options(output: output, thenExits: false))
            for finding in site.inputFindings { Terminal.warn(finding) }
            _ = try site.publish()
            preview.published(in: site.output)
            Terminal.complain("built: \(shown(site.headline))\n")
        } catch {
            preview.failed(error)
            Terminal.complain(error.text)
        }
    }
}
