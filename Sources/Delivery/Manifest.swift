/// The list of files that Plumbline made, kept among them: what is not on it belongs to somebody else.
struct Manifest: Sendable {
    static let name = ".plumbline-files"
    private static let heading = "# Files made by Plumbline. Others in this directory are left alone."

    let paths: Set<String>

    /// The manifest of a directory; empty when it has none. Lines that are no path inside the output are passed over.
    init(of directory: String) throws(DeliveryError) {
        let bytes = try FileSystem.read("\(directory)/\(Manifest.name)", limit: 16 << 20) ?? []
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        paths = Set(lines.filter { Manifest.isSafe($0) && !$0.hasPrefix("#") })
    }

    static func bytes(of paths: [String]) -> [UInt8] {
        Array(
            ([heading] + paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } + [""]).joined(separator: "\n")
                .utf8)
    }

    /// A relative path without empty parts, `.` or `..`, in one line.
    static func isSafe(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
            && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } && !path.hasPrefix("#")
    }
}
