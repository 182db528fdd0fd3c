import CMarkGFM

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A tree that cmark-gfm built and that is freed with this value.
///
/// Attaches `table` and `tasklist` only: `strikethrough` and `autolink` switch a process-wide character table while
/// they parse (0.29.0.gfm.6), so that documents parsed at the same time would spoil each other.
@safe struct CMarkTree: ~Copyable {
    private let pointer: OpaquePointer

    /// Registers cmark's extensions, once in the process: a global constant is initialised under a lock.
    private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

    /// nil only when cmark has no memory.
    init?(parsing bytes: ArraySlice<UInt8>) {
        _ = Self.registration
        guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return nil }
        defer { unsafe cmark_parser_free(parser) }
        for name in ["table", "tasklist"] {
            if let syntax = unsafe cmark_find_syntax_extension(name) {
                unsafe cmark_parser_attach_syntax_extension(parser, syntax)
            }
        }
        unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            unsafe cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        guard let root = unsafe cmark_parser_finish(parser) else { return nil }
        unsafe pointer = root
    }

    deinit { unsafe cmark_node_free(pointer) }

    /// Lets `body` read the tree; no node may leave it.
    borrowing func read<Result>(_ body: (CMarkNode) -> Result) -> Result {
        body(unsafe CMarkNode(pointer))
    }
}

/// A borrowed node of a `CMarkTree`, to be used inside `CMarkTree.read` only.
@safe struct CMarkNode: Equatable {
    private let pointer: OpaquePointer

    fileprivate init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

    static func == (left: Self, right: Self) -> Bool { unsafe left.pointer == right.pointer }

    private func wrap(_ pointer: OpaquePointer?) -> CMarkNode? {
        guard let pointer = unsafe pointer else { return nil }
        return unsafe CMarkNode(pointer)
    }

    var next: CMarkNode? { unsafe wrap(cmark_node_next(pointer)) }
    var parent: CMarkNode? { unsafe wrap(cmark_node_parent(pointer)) }
    var firstChild: CMarkNode? { unsafe wrap(cmark_node_first_child(pointer)) }

    /// Number of values of `typeNumber`.
    static let typeNumbers = 128

    /// A number for the node's type, from 0, the same for all nodes of a type while the process runs; nil when there are
    /// more types than any cmark has had so far.
    ///
    /// cmark tells blocks (0x8000) from inlines (0xC000) and counts each of them from 1.
    var typeNumber: Int? {
        let type = unsafe Int(cmark_node_get_type(pointer).rawValue)
        let number = type & 0x3FFF
        return number < Self.typeNumbers / 2 ? number + (type & 0x4000 == 0 ? 0 : Self.typeNumbers / 2) : nil
    }

    /// The type's name; what a node is must be decided by it, extension types have no fixed number.
    ///
    /// Footnotes are named here: cmark calls both of their types `<unknown>` (0.29.0.gfm.6), but they are core types
    /// with fixed numbers.
    var typeName: String {
        switch unsafe cmark_node_get_type(pointer) {
        case CMARK_NODE_FOOTNOTE_DEFINITION: "footnote_definition"
        case CMARK_NODE_FOOTNOTE_REFERENCE: "footnote_reference"
        default: unsafe string(cmark_node_get_type_string(pointer))
        }
    }

    /// From 1; 0 when cmark recorded none.
    var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
    /// In bytes, from 1; 0 when cmark recorded none.
    var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }

    var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
    var listIsOrdered: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { unsafe Int(cmark_node_get_list_start(pointer)) }
    var listIsTight: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }
    var fenceInfo: String { unsafe string(cmark_node_get_fence_info(pointer)) }
    var url: String { unsafe string(cmark_node_get_url(pointer)) }
    var title: String { unsafe string(cmark_node_get_title(pointer)) }
    var rowIsHeader: Bool { unsafe cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

    /// Length of a fenced block's fence and its character; nil for indented code.
    var fence: (length: Int, character: UInt8)? {
        var length: CInt = 0
        var offset: CInt = 0
        var character: CChar = 0
        guard unsafe cmark_node_get_fenced(pointer, &length, &offset, &character) != 0 else { return nil }
        return (Int(length), UInt8(bitPattern: character))
    }

    var columnAlignments: [ColumnAlignment] {
        let count = unsafe Int(cmark_gfm_extensions_get_table_columns(pointer))
        guard count > 0, let marks = unsafe cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
        return unsafe UnsafeBufferPointer(start: marks, count: count).map { mark in
            switch mark {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .none
            }
        }
    }

    /// The text of text, code and HTML nodes, added to `bytes`.
    func appendLiteral(to bytes: inout [UInt8]) { unsafe append(cmark_node_get_literal(pointer), to: &bytes) }

    /// What a block's inlines were parsed from, container prefixes stripped, added to `bytes`.
    func appendContent(to bytes: inout [UInt8]) { unsafe append(cmark_node_get_string_content(pointer), to: &bytes) }

    private func append(_ text: UnsafePointer<CChar>?, to bytes: inout [UInt8]) {
        guard let text = unsafe text else { return }
        unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }

    private func string(_ text: UnsafePointer<CChar>?) -> String {
        guard let text = unsafe text else { return "" }
        return unsafe String(cString: text)
    }
}
