import Foundation

/// What a run of a program left: its end and both its outputs.
struct CommandResult: Sendable {
    /// Exit status; 128 + the number of the signal that ended it, as shells count.
    let status: Int32
    let standardOutput: [UInt8]
    let standardError: [UInt8]

    var output: String { String(decoding: standardOutput, as: UTF8.self) }
    var errors: String { String(decoding: standardError, as: UTF8.self) }

    /// Whether a byte reached the terminal that could steer it.
    var hasControlCharacters: Bool {
        (standardOutput + standardError).contains { $0 < 0x20 && $0 != 0x0a || $0 == 0x7f }
    }

    /// Whether it ended by a fault of its own: a trap, an abort, a wild access.
    var hasCrashed: Bool { [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE].contains(status - 128) }
}
