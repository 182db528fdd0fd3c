import Delivery
import PlanRules
import SourceText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard output and error as the commands use them.
enum Terminal {
    /// Colour only on a terminal, and never when `NO_COLOR` is set to anything (no-color.org).
    static var showsColor: Bool {
        isatty(1) == 1 && (ProcessEnvironment.variable("NO_COLOR") ?? "").isEmpty
            && ProcessEnvironment.variable("TERM") != "dumb"
    }

    static var style: TextStyle { showsColor ? .ansi : .plain }

    /// Columns of the terminal, from `COLUMNS`; nil when it does not say.
    static var width: Int? {
        ProcessEnvironment.variable("COLUMNS").flatMap(Int.init).flatMap { (40...1000).contains($0) ? $0 : nil }
    }

    /// Writes a command's result. A full disk or closed output is an error, not a silent loss.
    static func print(_ text: String) throws { try write(text, to: 1, named: "standard output") }

    /// Writes on standard error; that it cannot be told that standard error is broken is accepted.
    static func complain(_ text: String) { try? write(text, to: 2, named: "standard error") }

    /// One line for a finding of a command whose result is something else.
    static func warn(_ finding: Finding) {
        let place = finding.span.map { "\(shown($0.path)):\($0.start.line):\($0.start.column): " } ?? ""
        complain("\(place)\(finding.severity.rawValue)[\(finding.rule)]: \(shown(finding.message))\n")
    }

    /// Writes all bytes to a descriptor; a reader who went away is no error.
    private static func write(_ text: String, to descriptor: Int32, named name: String) throws(CommandError) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe writeBytes(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { return }
                throw CommandError("cannot write to \(name): \(DeliveryError.reason(errno))")
            }
            rest = rest.dropFirst(count)
        }
    }
}

// Inside the enum the name `write` is its own.
private func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(descriptor, buffer, count)
}
