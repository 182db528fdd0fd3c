#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A command of a team's own that says by its exit status whether something holds.
struct Check: Sendable {
    /// Program and arguments; the program is looked for in `PATH`, or from the directory when it has a slash.
    let command: [String]
    let directory: String
    /// Seconds.
    let timeout: Double

    struct Outcome: Sendable {
        enum End: Sendable, Equatable {
            case status(Int32)
            case timedOut
            /// errno.
            case notStarted(Int32)
        }
        let end: End
        /// What it said last, on standard output or error.
        let tail: [UInt8]
    }

    /// Runs commands, a few side by side, each to its end or to its time.
    ///
    /// A signal that ends this process is passed on to them before it does.
    ///
    /// - Returns: an outcome for each, in their order.
    static func run(_ checks: [Check], environment: [String]) -> [Outcome] {
        var outcomes = [Outcome?](repeating: nil, count: checks.count)
        var running: [RunningCheck] = []
        var waiting = checks.indices[...]
        let interruption = Interruption()
        while interruption.signalNumber == nil, !running.isEmpty || !waiting.isEmpty {
            while running.count < mostAtOnce, let next = waiting.popFirst() {
                do throws(ChildProcess.Failure) {
                    running.append(try RunningCheck(checks[next], number: next, environment: environment))
                } catch {
                    outcomes[next] = Outcome(end: .notStarted(error.code), tail: [])
                }
            }
            listen(&running)
            for index in running.indices.reversed() {
                guard let outcome = running[index].outcome() else { continue }
                outcomes[running[index].number] = outcome
                running.remove(at: index)
            }
        }
        if let number = interruption.signalNumber { end(running, by: number) }
        interruption.end()
        return outcomes.map { $0 ?? Outcome(end: .notStarted(EINTR), tail: []) }
    }

    /// Tells them all of a signal, gives them a moment to tidy up, and ends what is left.
    private static func end(_ running: [RunningCheck], by number: Int32) {
        for check in running { check.pass(number) }
        let deadline = ProcessEnvironment.monotonicSeconds() + graceSeconds
        while !running.allSatisfy(\.hasEnded), ProcessEnvironment.monotonicSeconds() < deadline { usleep(10_000) }
        for check in running { check.end() }
    }

    private static let graceSeconds = 5.0
    private static let mostAtOnce = 4

    /// Takes what any of them says, or returns after a moment in which none does.
    private static func listen(_ running: inout [RunningCheck]) {
        var waits = running.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
        // Also without a word from them some end, or have had their time.
        guard unsafe poll(&waits, nfds_t(waits.count), 20) > 0 else { return }
        for index in running.indices where waits[index].revents != 0 { running[index].listen() }
    }
}

extension ChildProcess.Failure {
    fileprivate var code: Int32 {
        switch self {
        case .notStarted(let code), .notRead(let code): code
        case .tooMuch: 0
        }
    }
}

/// A check that has been started.
private struct RunningCheck {
    let number: Int
    private let process: pid_t
    private var pipes: Pipes
    private var tail: [UInt8] = []
    private let deadline: Double

    init(_ check: Check, number: Int, environment: [String]) throws(ChildProcess.Failure) {
        self.number = number
        pipes = try Pipes()
        guard let program = check.command.first else { throw .notStarted(ENOENT) }
        do {
            // Both outputs through one pipe, so that their lines stay in order.
            process = try ChildProcess.start(
                program, Array(check.command.dropFirst()), environment: environment,
                ends: [pipes.input.read, pipes.output.write, pipes.output.write], directory: check.directory,
                leadsGroup: true)
        } catch {
            pipes.closeAll()
            throw error
        }
        pipes.closeChildEnds()
        pipes.input.closeWrite()
        deadline = ProcessEnvironment.monotonicSeconds() + check.timeout
    }

    /// -1 when its end was reached, which `poll` passes over.
    var output: Int32 { pipes.output.read }

    mutating func listen() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe readBytes(pipes.output.read, $0) }
        if count < 0, errno == EINTR { return }
        guard count > 0 else { return pipes.output.closeRead() }
        tail += buffer.prefix(count)
        if tail.count > 2 * RunningCheck.longestTail { tail.removeFirst(tail.count - RunningCheck.longestTail) }
    }

    /// How it ended; nil while it runs.
    ///
    /// What it has left running is ended with it: a check is over when its own program is.
    mutating func outcome() -> Check.Outcome? {
        let hasEnded = hasEnded
        guard hasEnded || ProcessEnvironment.monotonicSeconds() >= deadline else { return nil }
        if hasEnded { listenToTheRest() }
        // The process is still to be waited for, so its number belongs to nobody else.
        kill(-process, SIGKILL)
        let status = ChildProcess.waited(process)
        pipes.closeAll()
        return Check.Outcome(end: hasEnded ? .status(status) : .timedOut, tail: tail)
    }

    /// Passes a signal on to it and what it has started.
    func pass(_ number: Int32) { kill(-process, number) }

    /// Ends it with all that it has started, and leaves nothing to be waited for.
    func end() {
        kill(-process, SIGKILL)
        _ = ChildProcess.waited(process)
    }

    var hasEnded: Bool {
        var end = unsafe siginfo_t()
        return unsafe waitid(P_PID, id_t(process), &end, WEXITED | WNOHANG | WNOWAIT) == 0 && end.si_signo == SIGCHLD
    }

    /// What is in the pipe already; others may hold it open for ever, or fill it.
    private mutating func listenToTheRest() {
        for _ in 0..<16 where output >= 0 {
            var waits = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
            guard unsafe poll(&waits, 1, 0) > 0 else { return }
            listen()
        }
    }

    /// Bytes.
    private static let longestTail = 8192
}
