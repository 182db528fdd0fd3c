/// What each key of a template means, by the record that it stands in; under `page` what every page has.
///
/// A test holds this against the view types: no key without a description, no description without a key.
let keyDescriptions: [String: [String: String]] = [
    "page": [
        "contentSecurityPolicy": "What the page may load and run; belongs into its first `meta` element.",
        "style": "The style sheet, for a `style` element.", "script": "The script, for a `script` element.",
        "title": "Title of the plan.", "heading": "What the page is about.",
        "root": "Leads to the folder of the start page: empty, or `../`.",
        "pages": "The pages of the site, for the navigation.", "verdict": "How the plan stands.",
        "trust": "Whether the page can be believed: its times.", "provenance": "What the page was made of.",
        "toolVersion": "Version of Plumbline.",
    ],
    "report": [
        "summary": "What stands on the first screen, a line each.", "day": "Which day of the plan it is.",
        "hasMeasures": "Whether the plan has key performance indicators.", "measures": "Its indicators.",
        "hasPhases": "Whether the plan has phases.", "timeline": "Phases on their days.",
        "hasFlags": "Whether the plan has feature flags.", "flags": "Its flags.",
        "hasChecklists": "Whether the plan has checklists.", "checklists": "Its checklists, one for each document.",
        "hasObstacles": "Whether anything is in the way.", "obstacles": "What is in the way, the loudest first.",
        "hasTriggers": "Whether a rollback trigger is measured.", "triggers": "Rollback triggers worth a look.",
        "quietTriggers": "How many others there are.", "hasNextSteps": "Whether anything comes next.",
        "nextSteps": "What comes next, the soonest first.", "findings": "What lint found.",
    ],
    "checklistPage": ["checklist": "The checklist of this page."],
    "navigation": [
        "label": "Name of the page.", "path": "Its address from the start page's folder.",
        "isCurrent": "Whether this page is it or belongs to it.",
    ],
    "mark": [
        "word": "The status in a word.",
        "tone": "Its colour's name: `ok`, `warn`, `alert`, `crit`, `unknown` or `none`.",
        "symbol": "Its shape's name, for `#s-…`.", "ink": "Colour of its text in mail.",
        "paper": "Colour behind its text in mail.", "glyph": "Its shape as a sign of text.",
    ],
    "verdict": [
        "status": "The verdict as word, shape and colour.", "headline": "The verdict with what it asks for.",
        "sentences": "Reasons that have room at the top.", "unknowns": "What is unknown, as far as there is room.",
        "more": "How many reasons are told below.", "summary": "Headline and first reason in a sentence.",
    ],
    "time": [
        "text": "Day, time and zone.", "brief": "The same, shorter.",
        "rfc3339": "For machines: `2026-11-30T14:07:00+01:00`.",
    ],
    "trust": [
        "madeAt": "When the page was made.", "newestSample": "When the newest value was measured.",
        "newestText": "The same in words.", "nextUpdateDue": "When the next page is due.",
        "nextText": "The same in words.", "validUntil": "Until when the page may be believed.",
        "snapshotNote": "Says that the clock was given.",
    ],
    "summaryLine": [
        "label": "What the line is about.", "text": "What it says.", "anchor": "Id of the section that tells more.",
    ],
    "provenance": [
        "text": "All of it in a sentence.", "documents": "Paths of the documents.",
        "sources": "Files and servers that were asked.", "digest": "Digest of the documents, 64 digits.",
        "shortDigest": "Its first digits.",
    ],
    "measure": [
        "name": "Name of the indicator.", "status": "How it stands.", "value": "Its newest value with unit, or a dash.",
        "basis": "What the value is: the newest sample, or an average.", "limits": "Its limits.",
        "band": "Its value on the bands between its limits.", "reason": "Why it stands so.",
        "age": "How old the value is.", "source": "Where the value is from.", "since": "Since when it stands so.",
        "evidence": "The rule that was applied, with its numbers.", "definedAt": "Where the plan defines it.",
        "limitsText": "All limits in a line.",
    ],
    "limit": ["level": "`Target`, `Alert` or `Critical`.", "text": "The limit as the plan writes it."],
    "band": [
        "zones": "Zones between the limits.", "marks": "The limits on the band.",
        "position": "Where the value is, from 0 to 100.", "beyond": "Whether the value is beyond the band.",
        "description": "The band in words.",
    ],
    "zone": ["start": "From 0 to 100.", "width": "From 0 to 100.", "tone": "As in `mark`."],
    "bandMark": ["position": "From 0 to 100.", "label": "The limit."],
    "timeline": [
        "phases": "The phases in order.", "hasAxis": "Whether the days are known.", "ticks": "Days on the axis.",
        "todayPercent": "Where today is, from 0 to 100.", "todayLabel": "Today in words.",
        "description": "The timeline in words.",
    ],
    "tick": [
        "label": "The day.", "percent": "Middle of the day, from 0 to 100.",
        "startPercent": "Its start, from 0 to 100.",
        "isToday": "Whether it is today.",
    ],
    "phase": [
        "label": "`Phase 4`.", "name": "Its name.", "when": "Its days.", "dates": "Its dates.",
        "status": "How it stands.",
        "reason": "Why it stands so.", "progress": "How many of its items passed.", "bar": "Its place on the timeline.",
        "isCurrent": "Whether today is one of its days.",
    ],
    "bar": [
        "start": "From 0 to 100.", "width": "From 0 to 100.", "done": "Share of the bar that is done, from 0 to 100.",
    ],
    "flags": [
        "shown": "Flags worth a look.", "rest": "The others.", "restSummary": "The others in a line.",
        "summary": "All flags in a line.",
    ],
    "flag": [
        "name": "Name of the flag.", "status": "How it stands.", "reason": "Why it stands so.",
        "planned": "Percentage that is planned by now.", "actual": "Percentage that was reported.",
        "day": "Day of the planned percentage.", "next": "The next step.", "reportedAt": "When it was reported.",
        "needsReason": "Whether the status alone would not say enough.",
    ],
    "checklist": [
        "title": "Title of its document.", "path": "Path of its document.", "name": "Name of its page, without ending.",
        "digest": "Digest of its document.", "groups": "Its lists.", "progress": "How far all of it is.",
    ],
    "group": ["name": "Name of the list.", "sections": "Its sections.", "progress": "How far it is."],
    "progress": [
        "text": "How many of how many.", "percent": "From 0 to 100.", "status": "How it stands.",
        "failed": "Items that failed; absent without any.", "blocked": "Items that are blocked; absent without any.",
    ],
    "section": ["name": "Heading of the section.", "items": "Its items."],
    "item": [
        "text": "What is to be done.", "depth": "How deep it is nested, from 0.", "status": "How it stands.",
        "isDone": "Whether it passed or was skipped.", "isOpen": "Whether it is still to be done.",
        "reason": "Why it stands so.", "by": "Who says so.", "time": "When it was said.",
        "place": "Where the plan has it.",
        "isPending": "Whether nothing is known of it yet.",
    ],
    "obstacle": [
        "title": "What is in the way.", "status": "How loud it is.", "reason": "Why.", "owner": "Who looks after it.",
        "since": "Since when.", "wayBack": "The procedure that takes it back.", "place": "Where the plan has it.",
        "detail": "What else is known.",
    ],
    "trigger": [
        "text": "The trigger as the plan writes it.", "status": "Whether it fired.", "reason": "Why.",
        "action": "What the plan has done then.", "detail": "What else is known.",
    ],
    "nextStep": ["title": "What is to be done.", "when": "When.", "detail": "What else is known."],
    "findings": [
        "summary": "How many there are.", "hasLines": "Whether any are shown.", "lines": "The loudest of them.",
        "more": "How many are not shown.",
    ],
    "findingLine": [
        "rule": "Name of the rule.", "status": "Its severity.", "message": "What was found.", "place": "Where.",
        "related": "Other places, a line each.",
    ],
    "ruleIndex": [
        "subjects": "The rules by subject.", "inputFaults": "Faults of inputs that are no rules.",
        "count": "How many rules there are.", "previewCount": "How many of them are in preview.",
    ],
    "rulePage": [
        "rule": "The rule of this page.", "subject": "Its subject.", "subjectAnchor": "Id of the subject in the list.",
        "previous": "The rule before it.", "next": "The rule behind it.",
    ],
    "subject": ["name": "The subject.", "anchor": "Its id.", "count": "How many rules it has.", "rules": "Its rules."],
    "ruleLine": [
        "id": "Name of the rule.", "summary": "What it finds, in a sentence.", "status": "Its severity.",
        "isPreview": "Whether it is in preview.",
    ],
    "rule": [
        "id": "Name of the rule.", "summary": "What it finds, in a sentence.", "status": "Its severity.",
        "isPreview": "Whether it is in preview.", "plainSummary": "What it finds, without markup.",
        "fault": "What is held against what.", "harm": "What happens if nobody notices.",
        "leftAlone": "What it leaves alone on purpose.", "reported": "Documents in which it finds something.",
        "notReported": "The same, mended.", "printed": "What is printed for them.",
    ],
    "document": ["path": "Path of the document.", "text": "Its lines."],
    "inputFault": [
        "id": "Name of the fault.", "summary": "What it is, in a sentence.", "advice": "What to do.",
        "status": "Its severity.",
    ],
    "severity": ["word": "The severity.", "symbol": "Its shape's name.", "tone": "Its colour's name."],
]
