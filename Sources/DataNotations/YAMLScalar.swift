/// What a plain YAML scalar means: the core schema of YAML 1.2.2, chapter 10.3.
///
/// By it `yes`, `on` and `09:30` are texts; libraries that follow YAML 1.1 read them as true, true and 570.
/// `.inf` and `.nan` are kept as `opaque`: no limit or measure can be compared with them.
func yamlScalar(_ text: String) -> DataKind {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    case ".nan", ".NaN", ".NAN": return .opaque(text)
    default: break
    }
    let unsigned = text.utf8.first.map { "+-".utf8.contains($0) } == true ? text.utf8.dropFirst() : text.utf8[...]
    if [".inf", ".Inf", ".INF"].contains(Substring(unsigned)) { return .opaque(text) }
    if text.hasPrefix("0x") || text.hasPrefix("0o") {
        let digits = text.dropFirst(2)
        guard digits.utf8.allSatisfy({ $0.continuesName }) else { return .string(text) }
        return Int(digits, radix: text.hasPrefix("0x") ? 16 : 8).map { .number(Double($0)) } ?? .string(text)
    }
    guard isDecimal(unsigned), let number = Double(text) else { return .string(text) }
    return number.isFinite ? .number(number) : .opaque(text)
}

/// Digits with at most one point, then perhaps an exponent. `Double` takes more than that (`0x1p3`, `inf`, `nan`).
func isDecimal(_ text: Substring.UTF8View) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "e"), maxSplits: 1, omittingEmptySubsequences: false)
    let halves =
        parts.count == 1
        ? text.split(separator: UInt8(ascii: "E"), maxSplits: 1, omittingEmptySubsequences: false) : parts
    let digits = halves[0].filter { $0 != UInt8(ascii: ".") }
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit), halves[0].count - digits.count <= 1 else { return false }
    guard halves.count == 2 else { return true }
    let exponent = halves[1].first.map { "+-".utf8.contains($0) } == true ? halves[1].dropFirst() : halves[1]
    return !exponent.isEmpty && exponent.allSatisfy(\.isDigit)
}
