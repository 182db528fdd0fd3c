/// What a value means that stands in a notation without kinds of its own: environment files, INI, shell variables.
///
/// There a quoted `"25"` is no other than `25`, so quotes say nothing about the kind. What is expanded when it is used
/// (`${HOME}`, `$(date)`) is not evaluated.
func settingKind(_ text: String, isExpanded: Bool) -> DataKind {
    if isExpanded { return .opaque(text) }
    switch text.lowercased() {
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: break
    }
    let isSigned = text.utf8.first.map { "+-".utf8.contains($0) } ?? false
    guard isDecimal(isSigned ? text.utf8.dropFirst() : text.utf8[...]), let number = Double(text) else {
        return .string(text)
    }
    return number.isFinite ? .number(number) : .opaque(text)
}
