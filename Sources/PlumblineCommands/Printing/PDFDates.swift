import Observations

/// A PDF with another time in place of that at which it was printed, of the same length: offsets in the file stay true.
///
/// Chromium's own dates are the only bytes that differ from one printing of a page to the next.
func withDates(_ pdf: [UInt8], of now: Instant) -> [UInt8] {
    let date = Array(pdfDate(now).utf8)
    var result = pdf
    for key in ["/CreationDate (D:", "/ModDate (D:"].map({ Array($0.utf8) }) {
        var index = 0
        while let place = find(key, in: result, from: index) {
            index = place + key.count
            // `D:20261123115409+00'00')`
            guard index + date.count < result.count, result[index + date.count] == UInt8(ascii: ")") else { continue }
            result.replaceSubrange(index..<index + date.count, with: date)
        }
    }
    return result
}

/// `20261130130700+00'00'`
private func pdfDate(_ now: Instant) -> String {
    let text = now.rfc3339().filter { $0.isASCII && $0.isNumber }
    return "\(text.prefix(14))+00'00'"
}

private func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + wanted.count <= bytes.count {
        if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) { return index }
        index += 1
    }
    return nil
}
