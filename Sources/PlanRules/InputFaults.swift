package import SourceText

/// A fault of an input that a reader reports beside the rules: what it means and what to do.
package struct InputFault: Sendable {
    package let id: String
    package let severity: Severity
    /// What is at fault, one phrase.
    package let summary: String
    /// What follows from it, and what to do.
    package let advice: String

    package static func named(_ id: String) -> InputFault? { catalogue.first { $0.id == id } }

    /// What `plumbline explain` prints about it, 80 columns wide.
    package func explained(style: TextStyle = .plain) -> String {
        Paint.strong(id, style) + " (\(severity.rawValue))\n"
            + wrapped(sentence(summary), indent: 0)
            + "\n" + wrapped(advice, indent: 2)
    }

    /// Every one, in the order in which they are listed to users.
    package static let catalogue: [InputFault] = [
        InputFault(
            id: "document-too-complex", severity: .error, summary: "a document that would take too long to read",
            advice:
                "Markdown has constructs that cost the square of their number. The document is left out; split it, or remove what the message counts."
        ),
        InputFault(
            id: "encoding-invalid", severity: .warning, summary: "a document that is not UTF-8",
            advice:
                "Bytes that do not fit are read as Windows-1252, which is right for most old files and wrong for some. Save the document as UTF-8."
        ),
        InputFault(
            id: "front-matter-unreadable", severity: .error,
            summary: "front matter that is not YAML, or a key with an impossible value",
            advice: "The document is read without it. Correct the YAML between the '---' lines, or remove them."),
        InputFault(
            id: "configuration-invalid", severity: .error,
            summary: "a key of plumbline.yml that is unknown, stands twice or has a value it cannot have",
            advice: "Nothing is done with such settings. `plumbline schema config` prints what may stand there."),
        InputFault(
            id: "input-missing", severity: .warning, summary: "a pattern of plumbline.yml that matches no file",
            advice: "The measures behind it have no data. Correct the pattern, or have the file written."),
        InputFault(
            id: "metric-unreadable", severity: .error, summary: "a line of a metric file that is no sample",
            advice:
                "Reading goes on behind it. A sample is a name, a number and a time with its zone. The last line of a CSV file that has no line end may be cut off: it counts only against the plan, and is told as a warning."
        ),
        InputFault(
            id: "metric-file-empty", severity: .warning, summary: "a metric file that holds no samples",
            advice: "Whatever writes it has stopped, or never began. An indicator that nothing else measures says so."),
        InputFault(
            id: "metric-without-number", severity: .warning, summary: "a value of a metric that is no number",
            advice:
                "The sample counts as one without a number, and its indicator has no data while it is the newest. Write a decimal point, no comma, and no unit."
        ),
        InputFault(
            id: "metric-duplicate-conflict", severity: .warning,
            summary: "two samples of one metric that tell different values for one moment",
            advice:
                "Neither can be taken for good: an indicator that is judged by that moment has no data. Leave one of the two files out, or tell them apart by a label."
        ),
        InputFault(
            id: "metric-times-irregular", severity: .warning,
            summary: "more samples at irregular times than can be remembered",
            advice:
                "Of further ones that come late it is not known whether they come twice. Leave out what is older than the windows that are assessed."
        ),
        InputFault(
            id: "kpi-window-unused", severity: .warning,
            summary: "a window configured for an indicator whose limits name no average",
            advice:
                "Such limits are held against the newest sample. Remove 'window' in plumbline.yml, or write the limit as '< 1% average'."
        ),
        InputFault(
            id: "metric-unmatched", severity: .warning,
            summary:
                "a metric that no indicator of the plan takes, or an indicator with several metrics to choose from",
            advice: "Name the metric under 'kpis' in plumbline.yml, or stop collecting it."),
        InputFault(
            id: "metric-future-dated", severity: .warning, summary: "samples dated later than now",
            advice: "They do not count. Correct the clock of the machine that writes them, or their zone."),
        InputFault(
            id: "metric-unit-mismatch", severity: .error,
            summary: "a metric whose unit cannot be compared with the limits of its indicator",
            advice:
                "The indicator has no data. Give the unit in the metric's name, or as 'unit' under 'kpis' in plumbline.yml."
        ),
        InputFault(
            id: "kpi-unmeasured", severity: .info, summary: "an indicator of the plan that no metric measures",
            advice:
                "It is shown without data, and the plan never as on plan. Collect the metric, or name it under 'kpis' in plumbline.yml."
        ),
        InputFault(
            id: "metric-unanswered", severity: .warning, summary: "a measure that a server was asked for in vain",
            advice: "It has no data. The message says what the server answered, or why it could not be reached."),
        InputFault(
            id: "metric-partial", severity: .warning, summary: "an answer of a server that lacks a part",
            advice: "What is missing may be bad, so the measure has no data. Ask again when all stores answer."),
        InputFault(
            id: "metric-remark", severity: .info, summary: "a remark of a server about a query",
            advice: "The answer counts. Mend the query if the remark is right."),
        InputFault(
            id: "metric-name-derived", severity: .warning,
            summary: "a measure whose metric no settings name, exported under a name made of the measure's",
            advice:
                "A rule for a metric that does not exist never fires. Name the metric under 'kpis' in plumbline.yml."),
        InputFault(
            id: "alert-rule-missing", severity: .error,
            summary: "a limit of the plan that no alerting rule can be written for",
            advice:
                "Prometheus will not watch it. The message says why: a unit that cannot be compared, or a limit without a side."
        ),
        InputFault(
            id: "result-key-unknown", severity: .warning, summary: "a result with a key that is not known",
            advice: "The result counts without it. Known keys stand in the message."),
        InputFault(
            id: "result-unreadable", severity: .error,
            summary: "an entry of a result file that is no result, or a test report that is not whole",
            advice:
                "An entry is an item or id, a status and a time with its zone; reading goes on behind it where that is possible. Of a report of tests that breaks off, or lacks tests that it announces, nothing counts as passed."
        ),
        InputFault(
            id: "result-unmatched", severity: .warning,
            summary: "a result that belongs to no item of the plan, or to several",
            advice:
                "Give the item's id (`plumbline plan --format json`) or its exact words. What a test means is said under 'result-names' in plumbline.yml, or by the id in brackets in its name. Tests that belong to nothing are told once for a report, and only when none of it belongs to the plan or some of them failed."
        ),
        InputFault(
            id: "result-future-dated", severity: .warning, summary: "a result or a tick dated later than now",
            advice: "Good news from the future does not count, bad news does. Correct its time."),
        InputFault(
            id: "result-outdated", severity: .warning,
            summary: "good news from long before the plan, or older than 'result-max-age'",
            advice:
                "It tells of another time and does not count; without 'result-max-age' that is what is dated more than 30 days before the plan's first day. Check the item again, or say in plumbline.yml how old a result may be."
        ),
        InputFault(
            id: "update-unreadable", severity: .error,
            summary: "an update whose front matter cannot be read, or lacks what it needs",
            advice:
                "It is not shown, and the plan never as on plan: it may have told of something bad. An update has a kind (planned, incident, update, resolved) and a time with its zone; planned work has start and end."
        ),
        InputFault(
            id: "update-key-unknown", severity: .warning, summary: "an update with a key that does not count",
            advice: "The update is shown without it. Known keys stand in the message."),
        InputFault(
            id: "update-name-unknown", severity: .warning,
            summary: "an update that affects what the plan does not know, or belongs to no update",
            advice: "Planned work excuses only indicators that it names as the plan does. Correct the name."),
        InputFault(
            id: "update-time-doubtful", severity: .warning,
            summary: "a time of an update that clocks leave out or show twice",
            advice:
                "Where clocks are put forward an hour is left out, and where they are put back one comes twice. Planned work with such a start or end excuses nothing. Write the time with its offset."
        ),
        InputFault(
            id: "update-future-dated", severity: .warning, summary: "an update that is dated later than now",
            advice: "It is not shown before its time. Correct the time; planned work has the kind 'planned'."),
        InputFault(
            id: "event-unreadable", severity: .warning, summary: "a line of the event log that is no event",
            advice:
                "The history is shown without it. A last line that was cut off belongs to a run that was interrupted."
        ),
        InputFault(
            id: "suppression-unreadable", severity: .error,
            summary: "a comment for plumbline in a document that cannot be read",
            advice:
                "Nothing is allowed by it. Write <!-- plumbline: allow RULE reason=\"why\" until=2026-12-01 -->; reason and date may be left out."
        ),
        InputFault(
            id: "suppression-unknown-rule", severity: .error,
            summary: "a comment that allows a rule that does not exist",
            advice: "Correct the name; `plumbline explain` lists the rules."),
        InputFault(
            id: "suppression-unused", severity: .warning, summary: "a comment that allows what is not found",
            advice:
                "It holds for the block behind it, for the line or row that it stands in, directly under a heading for the section, and ahead of everything for the document. Remove it where the fault is mended."
        ),
        InputFault(
            id: "suppression-expired", severity: .error,
            summary: "a comment that allowed a finding until a day that is over",
            advice: "The finding is told again. Mend it, or give the comment another date and a reason."),
        InputFault(
            id: "suppression-without-reason", severity: .warning,
            summary: "a comment that allows a finding and does not say why (under --strict)",
            advice: "Nobody will know when it may go. Add reason=\"…\", and until=YYYY-MM-DD where it is for a time."),
        InputFault(
            id: "baseline-stale", severity: .warning,
            summary: "an entry of the baseline that stands for nothing any more",
            advice:
                "What it knew is mended, or changed so far that it is told anew. `plumbline lint --write-baseline` writes the file as it should be; under --strict a stale entry is an error."
        ),
    ]
}
