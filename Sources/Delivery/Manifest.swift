import Rendering

/// The list of files that Plumbline made, kept among them: what is not on it belongs to somebody else.
///
/// The list is a file like any other and may come from a pull request. It is believed only for names that a site can
/// have, so that it cannot pass a plan's own files off as made by Plumbline and have them removed.
package struct Manifest: Sendable {
    package static let name = ".plumbline-files"
    private static let heading = "# Files made by Plumbline. Others in this directory are left alone."

    /// Relative to the directory, as in ``RenderedFile``.
    package let paths: Set<String>

    /// The manifest of a directory; nil when it has none. Lines that name no file of a site are passed over.
    package init?(of directory: String) throws(DeliveryError) {
        guard let bytes = try FileSystem.read("\(directory)/\(Manifest.name)", limit: 16 << 20) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        paths = Set(lines.filter(RenderedFile.isSitePath))
    }

    static func bytes(of paths: [String]) -> [UInt8] {
        Array(
            ([heading] + paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } + [""]).joined(separator: "\n")
                .utf8)
    }
}
