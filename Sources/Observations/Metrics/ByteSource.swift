/// Where the bytes of a file come from, one stretch after the other.
@safe
package struct ByteSource {
    private let fill: (UnsafeMutableRawBufferPointer) throws(ByteSourceFault) -> Int

    /// - Parameter fill: writes the next bytes at the start of a buffer that is not empty and returns how many there are; 0
    ///   at the end.
    package init(_ fill: @escaping (UnsafeMutableRawBufferPointer) throws(ByteSourceFault) -> Int) {
        unsafe self.fill = fill
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFault) -> Int { unsafe try fill(buffer) }
}

/// Why no more bytes come although the end was not reached.
package struct ByteSourceFault: Error, Sendable {
    /// A phrase: `the compressed data ends too soon`.
    package let message: String

    package init(_ message: String) { self.message = message }
}
