import DataNotations
import Delivery
import SourceText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A Chromium without a window, which is told by messages over two pipes what to do (Chrome DevTools Protocol).
///
/// It opens no port, keeps nothing beyond a folder of its own that goes with it, and asks nobody for anything: no name
/// leads to an address.
struct ChromiumSession: ~Copyable {
    enum Failure: Error {
        /// errno.
        case notStarted(Int32)
        /// What it said last, on standard error.
        case ended(String)
        case silent
        /// The message and what it was answered.
        case refused(String, String)
        case interrupted
    }

    private let process: pid_t
    private let profile: String
    private var pipes: Pipes
    private var received: [UInt8] = []
    private var complaint: [UInt8] = []
    private var lastID = 0

    /// Seconds that one answer may take; a page of a thousand rows takes a few.
    private static let patience = 90.0

    private init(_ process: pid_t, profile: String, _ pipes: Pipes) {
        self.process = process
        self.profile = profile
        self.pipes = pipes
    }

    /// - Parameter folder: Where its own folder is made.
    static func open(_ program: String, folder: String) throws(Failure) -> ChromiumSession {
        var template = Array("\(folder)/plumbline-print-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw .notStarted(errno) }
        let profile = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        do throws(ChildProcess.Failure) {
            var pipes = try Pipes()
            do throws(ChildProcess.Failure) {
                let process = try start(program, profile: profile, pipes)
                pipes.closeChildEnds()
                _ = fcntl(pipes.input.write, F_SETFL, O_NONBLOCK)
                return ChromiumSession(process, profile: profile, pipes)
            } catch {
                pipes.closeAll()
                throw error
            }
        } catch {
            try? FileSystem.remove(profile)
            guard case .notStarted(let code) = error else { throw .notStarted(EIO) }
            throw .notStarted(code)
        }
    }

    private static func start(
        _ program: String, profile: String, _ pipes: Pipes
    ) throws(ChildProcess.Failure) -> pid_t {
        let nothing = openFile("/dev/null")
        guard nothing >= 0 else { throw .notStarted(errno) }
        // Above all the numbers that they become, so that none is replaced before it is passed on.
        let ends = [nothing, nothing, pipes.errors.write, pipes.input.read, pipes.output.write]
        let high = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 16) }
        defer { for end in high + [nothing] where end >= 0 { closeFile(end) } }
        guard !high.contains(where: { $0 < 0 }) else { throw .notStarted(errno) }
        return try ChildProcess.start(
            program, arguments(profile: profile), environment: environment(profile: profile), ends: high,
            leadsGroup: true)
    }

    /// What it writes elsewhere for the time it runs goes with its folder too, where a socket's path leaves room for that.
    private static func environment(profile: String) -> [String] {
        guard profile.utf8.count < 56 else { return ProcessEnvironment.all() }
        return ProcessEnvironment.all().filter { !$0.hasPrefix("TMPDIR=") } + ["TMPDIR=\(profile)"]
    }

    private static func arguments(profile: String) -> [String] {
        let always = [
            "--headless", "--remote-debugging-pipe", "--user-data-dir=\(profile)", "--disable-gpu", "--no-first-run",
            "--no-default-browser-check", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-default-apps", "--disable-extensions", "--disable-dev-shm-usage",
            "--disable-crash-reporter", "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND", "--lang=en-US",
            "--font-render-hinting=none",
        ]
        // Its sandbox cannot be made by root.
        return geteuid() == 0 ? always + ["--no-sandbox"] : always
    }

    /// Asks for something and waits for the answer.
    ///
    /// - Parameter target: Session of the page that it is asked of; nil for the browser itself.
    mutating func ask(
        _ method: String, _ parameters: [(String, OrderedJSON)] = [], of target: String? = nil,
        until interruption: borrowing Interruption
    ) throws(Failure) -> DataValue {
        lastID += 1
        var message: [(String, OrderedJSON)] = [
            ("id", .integer(lastID)), ("method", .string(method)), ("params", .object(parameters)),
        ]
        if let target { message.append(("sessionId", .string(target))) }
        var unsent = Array(OrderedJSON.object(message).compact().utf8)[...]
        unsent.append(0)
        let deadline = ProcessEnvironment.monotonicSeconds() + Self.patience
        while true {
            while let answer = nextAnswer() {
                guard answer["id"]?.span.text == String(lastID) else { continue }
                if let fault = answer["error"] { throw .refused(method, fault["message"]?.stringValue ?? "no reason") }
                return answer["result"] ?? answer
            }
            guard interruption.signalNumber == nil else { throw .interrupted }
            guard ProcessEnvironment.monotonicSeconds() < deadline else { throw .silent }
            try exchange(&unsent)
        }
    }

    /// Sends and receives what is ready, or returns after a moment in which nothing is.
    private mutating func exchange(_ unsent: inout ArraySlice<UInt8>) throws(Failure) {
        var waits = [
            pollfd(fd: pipes.output.read, events: Int16(POLLIN), revents: 0),
            pollfd(fd: pipes.errors.read, events: Int16(POLLIN), revents: 0),
            pollfd(fd: unsent.isEmpty ? -1 : pipes.input.write, events: Int16(POLLOUT), revents: 0),
        ]
        guard unsafe poll(&waits, 3, 100) > 0 else { return }
        if waits[1].revents != 0 {
            if let bytes = Self.read(pipes.errors.read) { complaint += bytes } else { pipes.errors.closeRead() }
            if complaint.count > 8192 { complaint.removeFirst(complaint.count - 4096) }
        }
        if waits[2].revents != 0 {
            let count = unsafe unsent.withUnsafeBytes { unsafe writeBytes(pipes.input.write, $0) }
            if count > 0 { unsent = unsent.dropFirst(count) }
            if count < 0, errno != EAGAIN, errno != EINTR { throw .ended(lastWords) }
        }
        if waits[0].revents != 0 {
            guard let bytes = Self.read(pipes.output.read) else { throw .ended(lastWords) }
            received += bytes
        }
    }

    /// nil at the end.
    private static func read(_ descriptor: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe readBytes(descriptor, $0) }
        if count < 0, errno == EINTR || errno == EAGAIN { return [] }
        return count > 0 ? Array(buffer.prefix(count)) : nil
    }

    /// Messages end at a zero byte.
    private mutating func nextAnswer() -> DataValue? {
        guard let end = received.firstIndex(of: 0) else { return nil }
        let message = Array(received[..<end])
        received.removeFirst(end + 1)
        return try? DataDocument.json(NotationInput(file: SourceFile(path: "Chromium", bytes: message)))
    }

    private var lastWords: String {
        let lines = String(decoding: complaint, as: UTF8.self).split(whereSeparator: \.isNewline).map(\.trimmed)
        return lines.last { !$0.isEmpty } ?? ""
    }

    /// Ends it with all that it started, and removes its folder.
    consuming func end() {
        kill(-process, SIGKILL)
        _ = ChildProcess.waited(process)
        pipes.closeAll()
        // What it started may write for a moment longer.
        for _ in 0..<20 {
            guard (try? FileSystem.remove(profile)) == nil || InputFiles.kind(of: profile) != nil else { return }
            usleep(50_000)
        }
    }
}

// Inside the type above the C functions' names are its own.
private func openFile(_ path: String) -> Int32 { unsafe open(path, O_RDWR | O_CLOEXEC) }

private func closeFile(_ descriptor: Int32) { _ = close(descriptor) }
