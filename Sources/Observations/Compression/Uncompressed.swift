extension ByteSource {
    /// The same without its compression, where its first bytes say that it is compressed: gzip (RFC 1952) or Zstandard
    /// (RFC 8878), of any number of members.
    func uncompressed() -> ByteSource {
        let stream = UncompressingStream(self)
        return unsafe ByteSource { buffer throws(ByteSourceFault) in try unsafe stream.read(into: buffer) }
    }
}

/// Takes a source's compression off, once its first bytes have told which one it is.
private final class UncompressingStream {
    private enum Kind {
        case undecided
        case plain
        case gzip(GzipStream)
        case zstandard(ZstandardStream)
    }

    private let source: ByteSource
    private var kind = Kind.undecided
    /// Read, but not handed on yet.
    private var input: [UInt8] = []
    private var used = 0

    init(_ source: ByteSource) { self.source = source }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFault) -> Int {
        if case .undecided = kind { try decide() }
        if case .plain = kind {
            guard used < input.count else { return try unsafe source.read(into: buffer) }
            let count = min(buffer.count, input.count - used)
            unsafe buffer.copyBytes(from: input[used..<used + count])
            used += count
            return count
        }
        while true {
            if used == input.count { try refill() }
            let isAtEnd = input.isEmpty
            let written: Int
            switch kind {
            case .gzip(let stream): written = try unsafe stream.write(input, from: &used, to: buffer, isAtEnd: isAtEnd)
            case .zstandard(let stream):
                written = try unsafe stream.write(input, from: &used, to: buffer, isAtEnd: isAtEnd)
            case .undecided, .plain: written = 0
            }
            if written > 0 || isAtEnd { return written }
        }
    }

    private func decide() throws(ByteSourceFault) {
        var start: [UInt8] = []
        repeat {
            try refill()
            start += input
        } while start.count < 4 && !input.isEmpty
        input = start
        if start.starts(with: [0x1F, 0x8B]) {
            kind = .gzip(try GzipStream())
        } else if start.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            kind = .zstandard(try ZstandardStream())
        } else {
            kind = .plain
        }
    }

    /// Empty at the end.
    private func refill() throws(ByteSourceFault) {
        used = 0
        input = Array(repeating: 0, count: 1 << 16)
        let count = try unsafe input.withUnsafeMutableBufferPointer { buffer throws(ByteSourceFault) in
            try unsafe source.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        input.removeLast(input.count - count)
    }
}
