import CSpawn
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Holds back the signals that ask a process to end, until what it has started is ended too.
///
/// What runs in a group of its own hears nothing of Ctrl-C, and would go on alone.
struct Interruption: ~Copyable {
    private typealias Handler = @convention(c) (Int32) -> Void
    private var former: [(number: Int32, handler: Handler?)] = []

    init() {
        caught.store(0, ordering: .sequentiallyConsistent)
        var heard = sigset_t()
        unsafe sigemptyset(&heard)
        for number in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] {
            unsafe sigaddset(&heard, number)
            let handler = signal(number) { caught.store($0, ordering: .sequentiallyConsistent) }
            // `nohup` has it ignored.
            if unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
                _ = signal(number, SIG_IGN)
            } else {
                former.append((number, handler))
            }
        }
        // Whoever started this process may have been deaf to them, and a process is born so.
        unsafe pthread_sigmask(SIG_UNBLOCK, &heard, nil)
    }

    /// The signal that has come last; nil as long as none has.
    var signalNumber: Int32? {
        let number = caught.load(ordering: .sequentiallyConsistent)
        return number == 0 ? nil : number
    }

    /// Lets signals do again what they did, first of all the one that came.
    consuming func end() {
        let number = signalNumber
        forget()
        if let number { raise(number) }
    }

    /// Lets signals do again what they did. The one that came was asked for, and is answered.
    consuming func forget() {
        for (number, handler) in former { _ = signal(number, handler) }
    }
}

/// A handler of signals can reach nothing else.
private let caught = Atomic<Int32>(0)
