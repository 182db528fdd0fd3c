import Observations
import SourceText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file of metrics that is read piece by piece, however large it is.
struct MetricInput: Sendable {
    /// As it is shown to users.
    let path: String
    /// Where it lies; nil for standard input.
    let location: String?

    static let standardInput = MetricInput(path: "<stdin>", location: nil)

    /// What can be told before it is read; 0 for pipes.
    fileprivate var byteCount: Int {
        guard let location else { return 0 }
        var info = stat()
        return unsafe stat(location, &info) == 0 && info.st_mode & S_IFMT == S_IFREG ? Int(info.st_size) : 0
    }
}

/// Reads files of metrics, one after the other.
///
/// - Parameter showsProgress: whether standard error may show how far it is.
/// - Throws: ``CommandError`` for a file that cannot be opened. One that breaks off later is a finding.
func readMetrics(
    _ inputs: [MetricInput], demand: MetricDemand, showsProgress: Bool = false
) throws(CommandError) -> (summaries: [MetricSummary], findings: [Finding]) {
    let progress = showsProgress ? ReadingProgress(byteCount: inputs.reduce(0) { $0 + $1.byteCount }) : nil
    defer { progress?.clear() }
    var reading = MetricReading(demand: demand)
    var findings: [Finding] = []
    for input in inputs {
        let file = try OpenMetricFile(input)
        let source = unsafe ByteSource { buffer throws(ByteSourceFault) in
            let count = unsafe try file.read(into: buffer)
            progress?.advance(by: count)
            return count
        }
        findings += reading.read(input.path, as: MetricFormat(path: input.path), from: source)
    }
    return (reading.summaries(), findings)
}

/// A file that is closed when nobody reads it any more.
private final class OpenMetricFile: Sendable {
    private let descriptor: Int32
    private let isOwned: Bool

    init(_ input: MetricInput) throws(CommandError) {
        guard let location = input.location else {
            (descriptor, isOwned) = (0, false)
            return
        }
        guard InputFiles.kind(of: location) != .folder else {
            throw CommandError("'\(shown(input.path))' is a folder, not a file")
        }
        descriptor = unsafe open(location, O_RDONLY | O_CLOEXEC)
        isOwned = true
        guard descriptor >= 0 else {
            throw CommandError("cannot open '\(shown(input.path))': \(InputFiles.reason(errno))")
        }
        // A file that tells nothing at all is no file with a fault in it.
        var first: UInt8 = 0
        if unsafe pread(descriptor, &first, 1, 0) < 0, errno != ESPIPE {
            let reason = InputFiles.reason(errno)
            close(descriptor)
            throw CommandError("cannot read '\(shown(input.path))': \(reason)")
        }
    }

    deinit { if isOwned { close(descriptor) } }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFault) -> Int {
        while true {
            let count = unsafe readBytes(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw ByteSourceFault("it cannot be read on: \(InputFiles.reason(errno))") }
        }
    }
}

// Inside the class the name `read` is its own.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    unsafe read(descriptor, buffer, count)
}
