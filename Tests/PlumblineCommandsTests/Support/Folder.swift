import Foundation

/// What a folder holds, to be compared.
enum Folder {
    /// Every file below a folder with its bytes; links have their target, folders nothing.
    static func contents(_ path: String) -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        for name in (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [] {
            let full = "\(path)/\(name)"
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: full) {
                found[name] = Array("-> \(target)".utf8)
            } else if isFolder(full) {
                found[name] = []
            } else {
                found[name] = FileManager.default.contents(atPath: full).map(Array.init) ?? []
            }
        }
        return found
    }

    static func isFolder(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType == .typeDirectory
    }
}
