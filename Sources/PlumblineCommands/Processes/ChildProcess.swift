import CSpawn

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Another program, run to its end without a shell: its arguments are passed on as they are.
///
/// A process of its own and no library: `lint` starts in 3 ms, which a runtime for asynchronous work would double.
enum ChildProcess {
    struct Result {
        /// Exit status; 128 + the number of the signal that ended it, as shells count.
        let status: Int32
        let output: [UInt8]
        let errors: [UInt8]
    }

    enum Failure: Error {
        /// errno.
        case notStarted(Int32)
        case notRead(Int32)
        /// More output than was wanted; the program was ended.
        case tooMuch
    }

    /// - Parameters:
    ///   - program: Looked for in `PATH`.
    ///   - environment: `NAME=value`, all that the program is told.
    ///   - limit: Bytes of output.
    static func run(
        _ program: String, _ arguments: [String], environment: [String], input: [UInt8] = [], limit: Int
    ) throws(Failure) -> Result {
        var pipes = try Pipes()
        defer { pipes.closeAll() }
        let process = try start(
            program, arguments, environment: environment,
            ends: [pipes.input.read, pipes.output.write, pipes.errors.write])
        pipes.closeChildEnds()
        // A program that ends before it has read everything is told of by its status, not by a signal to us.
        let former = signal(SIGPIPE, SIG_IGN)
        defer { _ = signal(SIGPIPE, former) }
        do {
            let (output, errors) = try exchange(&pipes, input, limit: limit)
            return Result(status: waited(process), output: output, errors: errors)
        } catch {
            kill(process, SIGKILL)
            _ = waited(process)
            throw error
        }
    }

    /// - Parameters:
    ///   - ends: What the program has as standard input, output and error.
    ///   - directory: Where it runs; nil for our own folder.
    ///   - leadsGroup: Whether it gets a process group of its own, so that it can be ended with all that it started.
    static func start(
        _ program: String, _ arguments: [String], environment: [String], ends: [Int32], directory: String? = nil,
        leadsGroup: Bool = false
    ) throws(Failure) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = unsafe posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        for (number, end) in ends.enumerated() {
            unsafe posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
        }
        if let directory { _ = unsafe plumbline_start_in(&actions, directory) }
        if leadsGroup {
            unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
            unsafe posix_spawnattr_setpgroup(&attributes, 0)
        }
        let words = unsafe CStrings([program] + arguments)
        let variables = unsafe CStrings(environment)
        defer {
            unsafe words.free()
            unsafe variables.free()
        }
        var process = pid_t()
        let code = unsafe posix_spawnp(&process, program, &actions, &attributes, words.pointers, variables.pointers)
        guard code == 0 else { throw .notStarted(code) }
        return process
    }

    /// Writes the input and reads both outputs as each is ready, so that neither side waits for the other.
    private static func exchange(
        _ pipes: inout Pipes, _ input: [UInt8], limit: Int
    ) throws(Failure) -> (output: [UInt8], errors: [UInt8]) {
        var rest = input[...]
        var output: [UInt8] = []
        var errors: [UInt8] = []
        if rest.isEmpty { pipes.input.closeWrite() }
        while pipes.output.read >= 0 || pipes.errors.read >= 0 {
            var waits = [
                pollfd(fd: pipes.output.read, events: Int16(POLLIN), revents: 0),
                pollfd(fd: pipes.errors.read, events: Int16(POLLIN), revents: 0),
                pollfd(fd: pipes.input.write, events: Int16(POLLOUT), revents: 0),
            ]
            guard unsafe poll(&waits, 3, -1) >= 0 else {
                if errno == EINTR { continue }
                throw .notRead(errno)
            }
            if waits[0].revents != 0, try !read(pipes.output.read, into: &output) { pipes.output.closeRead() }
            if waits[1].revents != 0, try !read(pipes.errors.read, into: &errors) { pipes.errors.closeRead() }
            if waits[2].revents != 0 {
                // So much fits into a pipe that is ready, wherever this runs (`_POSIX_PIPE_BUF`).
                let count = unsafe rest.prefix(512).withUnsafeBytes { unsafe writeBytes(pipes.input.write, $0) }
                rest = rest.dropFirst(max(0, count))
                if rest.isEmpty || count < 0 && errno != EINTR { pipes.input.closeWrite() }
            }
            guard output.count + errors.count <= limit else { throw .tooMuch }
        }
        return (output, errors)
    }

    /// - Returns: false at the end.
    private static func read(_ descriptor: Int32, into bytes: inout [UInt8]) throws(Failure) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe readBytes(descriptor, $0) }
        guard count >= 0 else {
            if errno == EINTR { return true }
            throw .notRead(errno)
        }
        bytes += buffer.prefix(count)
        return count > 0
    }

    /// Waits for the end of a program.
    ///
    /// - Returns: as ``Result/status``.
    static func waited(_ process: pid_t) -> Int32 {
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    }
}
