import Report

/// `feed.atom` (RFC 4287): what people told, planned work, and verdicts of the plan.
func atomFeed(_ report: Report) -> String {
    let feed = report.feed
    let site = report.site ?? ""
    var lines = [
        #"<?xml version="1.0" encoding="utf-8"?>"#, #"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">"#,
        "<id>urn:uuid:\(feed.id)</id>", "<title>\(XMLText.escape(report.title))</title>",
        "<subtitle>Updates, planned work and verdicts</subtitle>",
        "<updated>\(feed.updated?.rfc3339 ?? "1970-01-01T00:00:00Z")</updated>",
        "<author><name>\(XMLText.escape(report.title))</name></author>", "<generator>Plumbline</generator>",
        link("self", "application/atom+xml", site + "feed.atom"),
        link("alternate", "text/html", site + "index.html"),
    ]
    for entry in feed.entries {
        let (term, label) = (XMLText.escape(entry.kind), XMLText.escape(entry.label))
        lines += [
            "<entry>", "<id>urn:uuid:\(entry.id)</id>", "<title>\(XMLText.escape(entry.title))</title>",
            "<published>\(entry.time.rfc3339)</published>", "<updated>\(entry.time.rfc3339)</updated>",
            "<category term=\"\(term)\" label=\"\(label)\"/>",
            link("alternate", "text/html", "\(site)history.html#\(entry.anchor)"),
            #"<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">"#,
        ]
        lines += entry.paragraphs.map { "<p>\(XMLText.escape($0))</p>" }
        lines += ["</div></content>", "</entry>"]
    }
    return (lines + ["</feed>", ""]).joined(separator: "\n")
}

private func link(_ relation: String, _ type: String, _ address: String) -> String {
    "<link rel=\"\(relation)\" type=\"\(type)\" href=\"\(XMLText.escape(address))\"/>"
}
