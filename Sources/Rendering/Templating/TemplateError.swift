package import SourceText

/// A template that cannot be used, and where.
package struct TemplateError: Error, CustomStringConvertible, Equatable {
    package let path: String
    /// nil when the whole file is at fault.
    package let position: SourcePosition?
    /// One phrase, the offender first.
    package let message: String

    package var description: String {
        position.map { "\(path):\($0.line):\($0.column): \(message)" } ?? "\(path): \(message)"
    }
}
