/// One file of the site.
package struct RenderedFile: Sendable, Equatable {
    /// Relative to the output directory, `/` between parts: `checklists/rollback.html`.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
