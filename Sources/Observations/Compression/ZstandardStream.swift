import CZstd

/// Unpacks Zstandard, frame by frame.
@safe
final class ZstandardStream {
    private let stream: OpaquePointer
    /// What the library would like to have next; 0 behind a whole frame.
    private var missing = 1

    init() throws(ByteSourceFault) {
        guard let stream = unsafe ZSTD_createDCtx() else {
            throw ByteSourceFault("there is too little memory to unpack it")
        }
        unsafe self.stream = stream
    }

    deinit { unsafe ZSTD_freeDCtx(stream) }

    /// Unpacks some of the input; see ``GzipStream``.
    func write(
        _ input: [UInt8], from used: inout Int, to buffer: UnsafeMutableRawBufferPointer, isAtEnd: Bool
    ) throws(ByteSourceFault) -> Int {
        var written = 0
        let result = unsafe input.withUnsafeBufferPointer { bytes in
            var from = unsafe ZSTD_inBuffer(src: bytes.baseAddress, size: input.count, pos: used)
            var to = unsafe ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
            let result = unsafe ZSTD_decompressStream(stream, &to, &from)
            used = unsafe from.pos
            written = unsafe to.pos
            return result
        }
        guard ZSTD_isError(result) == 0 else { throw ByteSourceFault("the compressed data is damaged") }
        // At the end it is asked only for what it still holds.
        if written > 0 || !isAtEnd { missing = result }
        if isAtEnd, written == 0, missing != 0 { throw ByteSourceFault("the compressed data ends too soon") }
        return written
    }
}
