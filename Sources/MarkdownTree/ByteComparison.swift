/// Whether `count` bytes are the same in both, from the offsets given; false when one has not as many.
///
/// Without an exit before the end the compiler compares many bytes at once: almost all that is compared is the same.
func holdSame(_ count: Int, _ left: [UInt8], from leftStart: Int, _ right: [UInt8], from rightStart: Int) -> Bool {
    guard leftStart >= 0, rightStart >= 0, leftStart + count <= left.count, rightStart + count <= right.count else {
        return false
    }
    return unsafe left.withUnsafeBufferPointer { left in
        unsafe right.withUnsafeBufferPointer { right in
            var difference: UInt8 = 0
            for offset in 0..<max(count, 0) {
                unsafe difference |= left[leftStart &+ offset] ^ right[rightStart &+ offset]
            }
            return difference == 0
        }
    }
}

extension [UInt8] {
    /// Whether a byte is one of the two.
    func holdsEither(_ first: UInt8, _ second: UInt8) -> Bool {
        unsafe withUnsafeBufferPointer { bytes in
            var found: UInt8 = 0
            for offset in 0..<bytes.count {
                let byte = unsafe bytes[offset]
                found |= (byte == first ? 1 : 0) | (byte == second ? 1 : 0)
            }
            return found != 0
        }
    }
}
