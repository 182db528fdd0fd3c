/// What one audience is told at one moment: sections of words, which every format lays out alike.
package struct StakeholderReport: Sendable {
    /// Who reads it.
    package enum Audience: String, Sendable, CaseIterable { case developers, operations, business, management }

    /// When it is read.
    package enum Moment: String, Sendable, CaseIterable { case hourly, endOfDay, milestone, success, lessons }

    package let moment: Moment
    /// nil for everybody.
    package let audience: Audience?
    /// File name without ending, unique: `end-of-day-management`.
    package let name: String
    /// `End of day for management`.
    package let title: String
    /// A sentence: which question it answers.
    package let purpose: String
    /// How the subject of the report stands: the plan, a phase, its success.
    package let status: Status
    package let sections: [ReportSection]
}

/// A heading with paragraphs, then a table, then a list; each may be left out.
package struct ReportSection: Sendable {
    package let heading: String
    /// Name of the section, the same in every report that has it.
    package let anchor: String
    /// Whole sentences.
    package let paragraphs: [String]
    package let table: ReportTable?
    package let lines: [ReportLine]
    /// What the table or the list leaves out, or what it rests on: a sentence.
    package let note: String?
    /// So many empty lines for people to fill.
    package let blanks: Int

    init(
        _ heading: String, paragraphs: [String] = [], table: ReportTable? = nil, lines: [ReportLine] = [],
        note: String? = nil, blanks: Int = 0
    ) {
        self.heading = heading
        anchor = slug(heading)
        self.paragraphs = paragraphs
        self.table = table
        self.lines = lines
        self.note = note
        self.blanks = blanks
    }
}

package struct ReportTable: Sendable {
    package struct Column: Sendable {
        package let title: String
        package let isNumber: Bool
    }

    package let columns: [Column]
    /// Each with a cell for every column.
    package let rows: [[ReportCell]]

    /// - Parameter columns: Titles; `#` ahead of one means numbers.
    init(_ columns: [String], _ rows: [[ReportCell]]) {
        self.columns = columns.map { title in
            Column(title: title.hasPrefix("#") ? String(title.dropFirst()) : title, isNumber: title.hasPrefix("#"))
        }
        self.rows = rows
    }
}

/// A text, a status, or a status with a text behind it.
package struct ReportCell: Sendable, ExpressibleByStringInterpolation {
    package let status: Status?
    package let text: String

    init(_ status: Status? = nil, _ text: String = "") {
        self.status = status
        self.text = text
    }

    package init(stringLiteral text: String) { self.init(nil, text) }

    /// Says in words that nothing is known.
    init(_ text: String?, orElse absence: String) { self.init(nil, text.flatMap { $0.isEmpty ? nil : $0 } ?? absence) }
}

/// A line of a list: what, how it stands, and what there is to say of it.
package struct ReportLine: Sendable {
    package let status: Status?
    package let title: String
    package let text: String?

    init(_ title: String, status: Status? = nil, _ text: String? = nil) {
        self.status = status
        self.title = title
        self.text = text
    }
}
