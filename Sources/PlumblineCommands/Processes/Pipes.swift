#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The three pipes of a process; an end that is closed is -1, which `poll` passes over.
struct Pipes {
    struct Pipe {
        var read: Int32 = -1
        var write: Int32 = -1

        mutating func closeRead() { Pipe.close(&read) }
        mutating func closeWrite() { Pipe.close(&write) }

        private static func close(_ end: inout Int32) {
            guard end >= 0 else { return }
            closeDescriptor(end)
            end = -1
        }
    }
    var input = Pipe()
    var output = Pipe()
    var errors = Pipe()

    init() throws(ChildProcess.Failure) {
        do {
            input = try Pipes.make()
            output = try Pipes.make()
            errors = try Pipes.make()
        } catch {
            closeAll()
            throw error
        }
    }

    mutating func closeChildEnds() {
        input.closeRead()
        output.closeWrite()
        errors.closeWrite()
    }

    mutating func closeAll() {
        closeChildEnds()
        input.closeWrite()
        output.closeRead()
        errors.closeRead()
    }

    /// No end of it is handed to other processes by itself.
    private static func make() throws(ChildProcess.Failure) -> Pipe {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw .notStarted(errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return Pipe(read: ends[0], write: ends[1])
    }
}

/// Strings as C wants them, ended by a null pointer.
@unsafe struct CStrings {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ strings: [String]) { unsafe pointers = strings.map { unsafe strdup($0) } + [nil] }

    func free() {
        for index in unsafe pointers.indices { unsafe releaseString(pointers[index]) }
    }
}

// Inside the types above the C functions' names are their own.
private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }

private func releaseString(_ pointer: UnsafeMutablePointer<CChar>?) { unsafe free(pointer) }

func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    return unsafe write(descriptor, base, buffer.count)
}

func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    return unsafe read(descriptor, base, buffer.count)
}
