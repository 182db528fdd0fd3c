/// RFC 4648, section 4, with padding and without line breaks.
package func base64(_ bytes: some Collection<UInt8>) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    var rest = bytes[...]
    while let first = rest.popFirst() {
        let second = rest.popFirst()
        let third = rest.popFirst()
        let bits = UInt32(first) << 16 | UInt32(second ?? 0) << 8 | UInt32(third ?? 0)
        result.append(alphabet[Int(bits >> 18)])
        result.append(alphabet[Int(bits >> 12 & 63)])
        result.append(second == nil ? "=" : alphabet[Int(bits >> 6 & 63)])
        result.append(third == nil ? "=" : alphabet[Int(bits & 63)])
    }
    return result
}
