#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why a site was not published. The old one stands as it was, but for ``partlyPublished(path:reason:)``.
package enum DeliveryError: Error, CustomStringConvertible, Equatable {
    /// A system call failed; `code` is its errno.
    case failed(action: String, path: String, code: Int32)
    /// Another build holds the output for longer than this one waits.
    case busy(path: String)
    /// The output is something else than a directory.
    case notADirectory(path: String)
    /// The output is a link to a place where nothing is.
    case danglingLink(path: String)
    /// A file of the site would replace one that Plumbline did not make.
    case foreignFile(path: String)
    /// A file of somebody else whose name is not UTF-8: it cannot be carried over to the new site.
    case unreadableName(path: String)
    /// A path that would leave the output or that no manifest can hold: our own mistake, refused all the same.
    case unsafePath(String)
    /// File by file, something failed after the first file had been replaced; `reason` is the whole sentence about it.
    case partlyPublished(path: String, reason: String)

    /// Whether every file of the old site stands as it was.
    package var leftOutputAlone: Bool {
        if case .partlyPublished = self { return false }
        return true
    }

    package var description: String {
        switch self {
        case .failed(let action, let path, let code):
            "cannot \(action) '\(path)': \(DeliveryError.reason(code))\(DeliveryError.advice(code))"
        case .busy(let path): "'\(path)' is being published by another build; wait for it, or end it, and try again"
        case .notADirectory(let path): "'\(path)' is not a directory; move it away, or choose another output"
        case .danglingLink(let path):
            "'\(path)' is a link to a place that does not exist; make that folder, or choose another output"
        case .foreignFile(let path):
            "'\(path)' was not made by Plumbline and would be replaced; move it away, or choose another output"
        case .unreadableName(let path):
            "'\(path)' has a name that is not UTF-8 and would be lost; rename it, or move it away"
        case .unsafePath(let path): "'\(path)' is no name of a site's file"
        case .partlyPublished(let path, let reason): "'\(path)' was published only in part: \(reason)"
        }
    }

    /// What an errno means, in the system's words.
    package static func reason(_ code: Int32) -> String {
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text).lowercased()
    }

    private static func advice(_ code: Int32) -> String {
        switch code {
        case ENOSPC, EDQUOT: "; free some space and try again"
        case EACCES, EPERM: "; give the user that runs this the right to write there, or choose another output"
        case EROFS: "; choose an output on a file system that can be written"
        case ENOENT: "; make the directory above it first"
        default: ""
        }
    }
}
