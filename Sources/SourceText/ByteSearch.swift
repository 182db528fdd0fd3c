extension [UInt8] {
    /// Whether a byte stands somewhere in a range, which is cut to the array.
    ///
    /// Without an exit before the end the compiler compares many bytes at once: almost all that is searched is short, or
    /// does not hold the byte.
    package func holds(_ wanted: UInt8, in range: Range<Int>) -> Bool {
        let range = range.clamped(to: indices)
        return unsafe withUnsafeBufferPointer { bytes in
            var found: UInt8 = 0
            for index in range { unsafe found |= bytes[index] == wanted ? 1 : 0 }
            return found != 0
        }
    }

    package func holds(_ wanted: UInt8) -> Bool { holds(wanted, in: indices) }
}
