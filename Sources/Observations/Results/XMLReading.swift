import CExpat

/// An element as it begins; names are without their namespace's prefix.
struct XMLElement {
    let name: String
    let attributes: [(name: String, value: String)]
    /// Bytes of its tag.
    let place: Range<Int>

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// Takes what an XML file says, in its order.
protocol XMLHandler: AnyObject {
    func start(_ element: XMLElement)
    func end()
    /// Asked before each piece of text: most of a report is output that nobody wants.
    var wantsText: Bool { get }
    func text(_ text: String)
}

/// Why an XML file could not be read to its end.
struct XMLFault: Error {
    let message: String
    /// Bytes from the start of the file.
    let offset: Int
}

/// Reads XML from start to end, in time and memory that grow with the file and not with what it claims.
///
/// Files come from pull requests: what entities they declare is refused (a report needs none, and a few hundred bytes of
/// them can mean gigabytes), and nothing outside of the file is opened. Of expat's own protection against entities that
/// grow (since 2.4.0) nothing is needed here. The file is given to it in one piece: fed in pieces, a tag longer than
/// each of them would be read again for every one.
///
/// - Throws: at the first place that is no XML; what stands before it has been handed over.
func readXML(_ bytes: [UInt8], into handler: any XMLHandler) throws(XMLFault) {
    guard let parser = unsafe XML_ParserCreate(nil) else { throw XMLFault(message: "no memory is left", offset: 0) }
    let session = unsafe XMLSession(handler: handler, parser: parser)
    defer { unsafe XML_ParserFree(parser) }
    unsafe listen(parser, session)
    let status = withExtendedLifetime(session) {
        unsafe bytes.withUnsafeBytes { bytes in
            // nil is no text of length 0 to expat.
            guard let start = bytes.baseAddress, let count = Int32(exactly: bytes.count) else {
                return XML_STATUS_ERROR
            }
            return unsafe XML_Parse(parser, start.assumingMemoryBound(to: CChar.self), count, 1)
        }
    }
    if let refusal = session.refusal { throw refusal }
    if status != XML_STATUS_OK {
        let code = unsafe XML_GetErrorCode(parser)
        let offset = unsafe Int(XML_GetCurrentByteIndex(parser))
        throw XMLFault(message: bytes.isEmpty ? "it is empty" : explanation(code), offset: max(0, offset))
    }
}

/// What expat's functions are handed back with each call.
@safe private final class XMLSession {
    let handler: any XMLHandler
    let parser: XML_Parser
    var refusal: XMLFault?

    init(handler: any XMLHandler, parser: XML_Parser) {
        self.handler = handler
        unsafe self.parser = unsafe parser
    }

    static func of(_ data: UnsafeMutableRawPointer?) -> XMLSession? {
        unsafe data.map { unsafe Unmanaged<XMLSession>.fromOpaque($0).takeUnretainedValue() }
    }

    var offset: Int { unsafe max(0, Int(XML_GetCurrentByteIndex(parser))) }

    func refuse(_ message: String) {
        refusal = XMLFault(message: message, offset: offset)
        _ = unsafe XML_StopParser(parser, XML_Bool(0))
    }
}

private func listen(_ parser: XML_Parser, _ session: XMLSession) {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(session).toOpaque())
    unsafe XML_SetElementHandler(
        parser,
        { data, name, attributes in
            guard let session = unsafe XMLSession.of(data), let name = unsafe localName(name) else { return }
            let (offset, length) = unsafe (session.offset, Int(XML_GetCurrentByteCount(session.parser)))
            session.handler.start(
                XMLElement(name: name, attributes: unsafe pairs(attributes), place: offset..<offset + max(0, length)))
        },
        { data, _ in unsafe XMLSession.of(data)?.handler.end() })
    unsafe XML_SetCharacterDataHandler(
        parser,
        { data, text, count in
            guard let session = unsafe XMLSession.of(data), session.handler.wantsText, let text = unsafe text else {
                return
            }
            let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
            session.handler.text(unsafe String(decoding: bytes, as: UTF8.self))
        })
    unsafe XML_SetEntityDeclHandler(
        parser,
        { data, _, _, _, _, _, _, _, _ in
            unsafe XMLSession.of(data)?.refuse("it declares entities, which no test report needs")
        })
    unsafe XML_SetUnknownEncodingHandler(
        parser, { _, name, encoding in unsafe fill(encoding, named: name) ? Int32(1) : Int32(0) }, nil)
}

private func localName(_ name: UnsafePointer<XML_Char>?) -> String? {
    guard let name = unsafe name else { return nil }
    let whole = unsafe String(cString: name)
    return whole.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(whole[whole.utf8.index(after: $0)...]) } ?? whole
}

private func pairs(_ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) -> [(name: String, value: String)] {
    guard let list = unsafe list else { return [] }
    var pairs: [(name: String, value: String)] = []
    var index = 0
    while let name = unsafe localName(list[index]), let value = unsafe list[index + 1] {
        pairs.append((name, unsafe String(cString: value)))
        index += 2
    }
    return pairs
}

private func explanation(_ code: XML_Error) -> String {
    switch code {
    case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR, XML_ERROR_UNCLOSED_CDATA_SECTION:
        return "it breaks off here; its writer died, or it was cut"
    case XML_ERROR_UNKNOWN_ENCODING: return "its encoding is not known; write UTF-8"
    default:
        let said = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) }
        return "it is no XML here: \(said ?? "unknown fault")"
    }
}

// MARK: Encodings that expat does not bring along

/// Windows-1252 and ISO 8859-15, which differ from ISO 8859-1 in a few bytes.
private func fill(_ encoding: UnsafeMutablePointer<XML_Encoding>?, named name: UnsafePointer<XML_Char>?) -> Bool {
    guard let encoding = unsafe encoding, let name = unsafe name else { return false }
    let others: [Int: Int32]
    switch unsafe String(cString: name).lowercased() {
    case "windows-1252", "cp1252", "cp-1252", "x-cp1252":
        others = Dictionary(uniqueKeysWithValues: zip(0x80...0x9f, windowsLetters))
    case "iso-8859-15", "latin-9", "latin9":
        others = [
            0xa4: 0x20ac, 0xa6: 0x160, 0xa8: 0x161, 0xb4: 0x17d, 0xb8: 0x17e, 0xbc: 0x152, 0xbd: 0x153, 0xbe: 0x178,
        ]
    default: return false
    }
    unsafe withUnsafeMutableBytes(of: &encoding.pointee.map) { map in
        for byte in 0..<256 {
            unsafe map.storeBytes(of: others[byte] ?? Int32(byte), toByteOffset: byte * 4, as: Int32.self)
        }
    }
    unsafe encoding.pointee.data = nil
    unsafe encoding.pointee.convert = nil
    unsafe encoding.pointee.release = nil
    return true
}

/// 0x80 to 0x9f (encoding.spec.whatwg.org/index-windows-1252.txt).
private let windowsLetters: [Int32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
    0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e,
    0x178,
]
