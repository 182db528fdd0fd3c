import Delivery

/// The files of an output folder as a browser may ask for them: regular files inside of it, none of them hidden.
struct PublishedSite: Sendable {
    /// The output folder; it is another one after each build.
    let output: String

    enum Entry: Sendable {
        case file(name: String, bytes: [UInt8])
        /// A folder with a start page, asked for without the slash that makes its links work.
        case folder
    }

    /// - Parameter parts: Of the path, as ``RequestHead/pathParts`` has them.
    /// - Returns: nil when there is nothing of that name that may be shown.
    func entry(_ parts: [String]) -> Entry? {
        let names = parts.last == "" ? parts.dropLast() + ["index.html"] : parts
        guard let root = InputFiles.resolved(output),
            let path = InputFiles.resolved(joined(root, names.joined(separator: "/"))), isInside(path, root),
            !path.dropFirst(root.count).split(separator: "/").contains(where: { $0.hasPrefix(".") })
        else { return nil }
        switch InputFiles.kind(of: path) {
        case .file:
            // Larger than any page; who has put such a file there can look at it without us.
            let limit = 256 * 1_048_576
            guard let bytes = try? FileSystem.read(path, limit: limit), bytes.count <= limit else { return nil }
            return .file(name: names.last ?? "", bytes: bytes)
        case .folder: return InputFiles.kind(of: joined(path, "index.html")) == .file ? .folder : nil
        case .other, nil: return nil
        }
    }
}
