import CZlib

/// Unpacks gzip, member by member.
@safe
final class GzipStream {
    /// At one address for good: the library checks it.
    private let stream: UnsafeMutablePointer<z_stream>
    /// Whether a member was begun and is not whole yet.
    private var isInside = true

    init() throws(ByteSourceFault) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // Windows of any size, and gzip's own header only.
        let result = unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard result == Z_OK else { throw ByteSourceFault("there is too little memory to unpack it") }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Unpacks some of the input.
    ///
    /// - Parameters:
    ///   - used: how much of the input is done with; moves on.
    ///   - isAtEnd: whether no more input comes.
    /// - Returns: how many bytes were written; 0 when more input is needed.
    func write(
        _ input: [UInt8], from used: inout Int, to buffer: UnsafeMutableRawBufferPointer, isAtEnd: Bool
    ) throws(ByteSourceFault) -> Int {
        if !isInside {
            // What pads an archive is no member.
            while used < input.count, input[used] == 0 { used += 1 }
            guard used < input.count else { return 0 }
            guard unsafe inflateReset(stream) == Z_OK else { throw ByteSourceFault("it cannot be unpacked") }
            isInside = true
        }
        let space = min(buffer.count, Int(Int32.max))
        let result = unsafe input.withUnsafeBufferPointer { bytes in
            unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(
                mutating: bytes.baseAddress.map { unsafe $0 + used })
            unsafe stream.pointee.avail_in = uInt(clamping: input.count - used)
            unsafe stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
            unsafe stream.pointee.avail_out = uInt(clamping: space)
            return unsafe inflate(stream, Z_NO_FLUSH)
        }
        used = unsafe input.count - Int(stream.pointee.avail_in)
        let written = unsafe space - Int(stream.pointee.avail_out)
        switch result {
        case Z_STREAM_END: isInside = false
        case Z_OK, Z_BUF_ERROR: break
        default: throw ByteSourceFault("the compressed data is damaged")
        }
        if isAtEnd, isInside, written == 0 { throw ByteSourceFault("the compressed data ends too soon") }
        return written
    }
}
