package import SourceText

/// The task items under one heading.
package struct Checklist: Sendable {
    /// The nearest heading.
    package let section: String
    /// Headings above it, outermost first, without the document's title.
    package let path: [String]
    /// `What is checked here when`: the phase whose section holds the list.
    package let phase: String?
    package let items: [ChecklistItem]
    /// Places that call all of it done: its heading (`… ✅ COMPLETED`), a status field, its phase's row or item.
    package let completions: [Claim<String>]
    package let span: SourceSpan

    package init(
        section: String, path: [String] = [], phase: String? = nil, items: [ChecklistItem],
        completions: [Claim<String>] = [], span: SourceSpan
    ) {
        self.section = section
        self.path = path
        self.phase = phase
        self.items = items
        self.completions = completions
        self.span = span
    }
}

package final class ChecklistItem: Sendable {
    /// Stable while the wording stays: document, section and text as a slug, numbered when the same stands twice.
    package let id: String
    package let text: String
    package let checked: Bool
    /// Nesting: 0 for a top-level item.
    package let depth: Int
    /// Number of the list or table of its section that holds it, from 0.
    package let part: Int
    /// Who ticked it when, and what shows it, as a comment behind it says; nil when none does, or the box is open.
    package let tick: TickNote?
    /// Who is to do it, as the document names them: `@marit`, `Release manager`; empty where it names nobody.
    package let owners: [Claim<String>]
    package let span: SourceSpan

    package init(
        id: String, text: String, checked: Bool, depth: Int, part: Int = 0, tick: TickNote? = nil,
        owners: [Claim<String>] = [], span: SourceSpan
    ) {
        self.id = id
        self.text = text
        self.checked = checked
        self.depth = depth
        self.part = part
        self.tick = tick
        self.owners = owners
        self.span = span
    }
}
