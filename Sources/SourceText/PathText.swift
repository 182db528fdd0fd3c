/// A path without `.` and without `name/..`: `content/../output` is `output`. Links are not looked at; empty for what
/// leads to where it began.
package func withoutDetours(_ path: String) -> String {
    var parts: [Substring] = []
    // Bytes, as the file system sees them: finding the characters of a path costs more than all the rest.
    for bytes in path.utf8.split(separator: UInt8(ascii: "/")) {
        let part = Substring(bytes)
        if part == "." { continue }
        if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    let text = parts.joined(separator: "/")
    return path.utf8.first == UInt8(ascii: "/") ? "/" + text : text
}
