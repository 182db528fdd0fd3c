import DataNotations
import Delivery
import Observations
import Rendering
import SourceText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Prints what is made to be printed: each sheet, the procedures, the reports.
///
/// One browser prints all of them, from memory: nothing of the site is on the disk yet. Scripts do not run, so that no
/// page tells the time of printing, and what leads out of a page leads nowhere on paper.
///
/// - Parameters:
///   - named: A program given by the user; else `CHROME` of the environment, else what is found.
///   - now: Stands in each file as the time at which it was made.
/// - Returns: A file below `pdf/` for each, in their order.
func printPages(_ files: [RenderedFile], chromium named: String?, now: Instant) throws(CommandError) -> [RenderedFile] {
    let pages = files.compactMap { file in printedPath(file.path).map { (path: $0, page: file) } }
    guard !pages.isEmpty else { return [] }
    let program = try findChromium(named)
    let former = signal(SIGPIPE, SIG_IGN)
    defer { _ = signal(SIGPIPE, former) }
    let interruption = Interruption()
    var printed: [RenderedFile] = []
    var failure: CommandError?
    do throws(ChromiumSession.Failure) {
        var session = try ChromiumSession.open(program, folder: ProcessEnvironment.variable("TMPDIR") ?? "/tmp")
        do throws(ChromiumSession.Failure) {
            try checkVersion(&session, until: interruption)
            for (path, page) in pages {
                let bytes = try pdf(of: page, &session, until: interruption)
                printed.append(RenderedFile(path: path, bytes: withDates(bytes, of: now)))
            }
        } catch {
            session.end()
            throw error
        }
        session.end()
    } catch {
        failure = commandError(error, program)
    }
    interruption.end()
    if let failure { throw failure }
    return printed
}

/// `pdf/checklist-phase-4.pdf` for `checklists/phase-4.html`; nil for what is not made to be printed.
func printedPath(_ path: String) -> String? {
    guard path.hasSuffix(".html") else { return nil }
    let name = path.dropLast(5)
    for (folder, kind) in [("checklists/", "checklist"), ("reports/", "report")] where name.hasPrefix(folder) {
        return "pdf/\(kind)-\(name.dropFirst(folder.count)).pdf"
    }
    return name == "rollback" ? "pdf/rollback.pdf" : nil
}

/// Margin boxes, in which the number of each page stands, are printed from this one on.
private let oldestVersion = 131

private func checkVersion(
    _ session: inout ChromiumSession, until interruption: borrowing Interruption
) throws(ChromiumSession.Failure) {
    let product = try session.ask("Browser.getVersion", until: interruption)["product"]?.stringValue ?? ""
    let version = product.split(separator: "/").last?.split(separator: ".").first.flatMap { Int($0) }
    if let version, version < oldestVersion {
        throw .refused("version \(version)", "\(oldestVersion) or newer is needed to number the pages")
    }
}

/// A window of its own for each page: what a document forbids itself holds for the next one in its place too.
///
/// - Returns: The window, and the session in which it is asked.
private func openWindow(
    _ session: inout ChromiumSession, until interruption: borrowing Interruption
) throws(ChromiumSession.Failure) -> (window: String, target: String) {
    let page = try session.ask("Target.createTarget", [("url", .string("about:blank"))], until: interruption)
    let window = page["targetId"]?.stringValue ?? ""
    let attached = try session.ask(
        "Target.attachToTarget",
        [("targetId", .string(window)), ("flatten", .bool(true))], until: interruption)
    let target = attached["sessionId"]?.stringValue ?? ""
    _ = try session.ask(
        "Emulation.setScriptExecutionDisabled", [("value", .bool(true))], of: target, until: interruption)
    return (window, target)
}

private func pdf(
    of page: RenderedFile, _ session: inout ChromiumSession, until interruption: borrowing Interruption
) throws(ChromiumSession.Failure) -> [UInt8] {
    let (window, target) = try openWindow(&session, until: interruption)
    let tree = try session.ask("Page.getFrameTree", of: target, until: interruption)
    _ = try session.ask(
        "Page.setDocumentContent",
        [
            ("frameId", .string(tree["frameTree"]?["frame"]?["id"]?.stringValue ?? "")),
            ("html", .string(String(decoding: page.bytes, as: UTF8.self))),
        ], of: target, until: interruption)
    let unlinking =
        "for (const link of document.querySelectorAll('a[href]')) "
        + "if (!link.getAttribute('href').startsWith('#')) link.removeAttribute('href')"
    _ = try session.ask("Runtime.evaluate", [("expression", .string(unlinking))], of: target, until: interruption)
    let answer = try session.ask(
        "Page.printToPDF",
        [
            ("preferCSSPageSize", .bool(true)), ("printBackground", .bool(false)), ("generateTaggedPDF", .bool(true)),
            ("generateDocumentOutline", .bool(true)),
        ], of: target, until: interruption)
    _ = try session.ask("Target.closeTarget", [("targetId", .string(window))], until: interruption)
    guard let bytes = answer["data"]?.stringValue.flatMap(bytes(base64:)), bytes.starts(with: "%PDF-".utf8) else {
        throw .refused("Page.printToPDF", "no PDF came back for \(page.path)")
    }
    return bytes
}

private func commandError(_ failure: ChromiumSession.Failure, _ program: String) -> CommandError {
    let what =
        switch failure {
        case .notStarted(let code): "cannot be started: \(DeliveryError.reason(code))"
        case .ended(let words):
            "ended before it had printed\(words.isEmpty ? "" : ": \(shown(words.clipped(to: 200)))")"
        case .silent: "gave no answer in time"
        case .refused(let method, let reason): "cannot print (\(method)): \(shown(reason.clipped(to: 200)))"
        case .interrupted: "was ended by a signal"
        }
    return CommandError(
        "'\(shown(program))' \(what)",
        help: "name another Chromium with '--chromium', or build without '--pdf'; the output was left as it was")
}
