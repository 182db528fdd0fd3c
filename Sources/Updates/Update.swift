package import Plan
package import SourceText

/// What an update tells; the raw values are the words of its front matter.
package enum UpdateKind: String, Sendable, CaseIterable {
    /// Work that is announced for a time.
    case planned
    /// Something is wrong.
    case incident
    /// How something goes on.
    case update
    /// An incident is over.
    case resolved
}

/// One file of `updates/`: what people tell of a plan while it runs.
///
/// Its times are as it writes them: whoever knows the plan's zone makes moments of them.
package struct Update: Sendable {
    /// The file's name without its ending: `2026-11-30-1405-basket-latency`.
    package let id: String
    package let kind: UpdateKind
    package let title: String
    /// Plain text, one for each block of the document.
    package let paragraphs: [String]
    /// When it was written or became true; of planned work when it was announced, or its start.
    package let time: Claim<WrittenTime>
    /// Of planned work.
    package let window: Window?
    /// Flags, indicators and other names, as they are written.
    package let affects: [Claim<String>]
    /// Identity of the update that this one belongs to.
    package let incident: Claim<String>?
    /// The title where it stands; findings about the whole update point at it.
    package let span: SourceSpan

    /// From when to when planned work lasts.
    package struct Window: Sendable {
        package let start: Claim<WrittenTime>
        package let end: Claim<WrittenTime>

        package init(start: Claim<WrittenTime>, end: Claim<WrittenTime>) {
            self.start = start
            self.end = end
        }
    }

    package init(
        id: String, kind: UpdateKind, title: String, paragraphs: [String] = [], time: Claim<WrittenTime>,
        window: Window? = nil, affects: [Claim<String>] = [], incident: Claim<String>? = nil, span: SourceSpan
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.paragraphs = paragraphs
        self.time = time
        self.window = window
        self.affects = affects
        self.incident = incident
        self.span = span
    }
}
