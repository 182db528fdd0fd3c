/// Adds to the policy that a page carries what the preview's script needs: to run, and to ask its own server.
///
/// - Parameter digest: Of the script, as a policy names it. A page without a policy is left as it is.
func previewPolicy(of html: String, allowing digest: String) -> String {
    guard let tag = policyTag(in: html), let content = attributeValue("content", in: html[tag]) else { return html }
    let policy = html[content].split(separator: ";").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    return html[..<content.lowerBound] + adapted(policy.filter { !$0.isEmpty }, digest) + html[content.upperBound...]
}

/// - Parameter policy: Directives, each with its name first.
private func adapted(_ policy: [[String]], _ digest: String) -> String {
    var policy = policy
    add("'\(digest)'", to: "script-src", of: &policy)
    add("'self'", to: "connect-src", of: &policy)
    return policy.map { $0.joined(separator: " ") }.joined(separator: "; ")
}

/// A directive that is not there is what `default-src` says; with neither, everything is allowed.
private func add(_ source: String, to name: String, of policy: inout [[String]]) {
    func place(_ name: String) -> Int? { policy.firstIndex { $0.first?.lowercased() == name } }
    if place(name) == nil, let general = place("default-src") { policy.append([name] + policy[general].dropFirst()) }
    guard let index = place(name) else { return }
    let others = policy[index].dropFirst().filter { $0.lowercased() != "'none'" }
    // Beside a digest, 'unsafe-inline' no longer counts, and the page's own scripts would be dead.
    let isOpen =
        others.contains("'unsafe-inline'") && !others.contains { $0.hasPrefix("'sha") || $0.hasPrefix("'nonce-") }
    let isNeeded = !others.contains(source) && !(isOpen && name == "script-src")
    policy[index] = [name] + others + (isNeeded ? [source] : [])
}

/// The `meta` element that carries the policy.
private func policyTag(in html: String) -> Range<String.Index>? {
    for start in html.ranges(of: "<meta ") {
        guard let end = html[start.upperBound...].firstIndex(of: ">") else { return nil }
        guard let kind = attributeValue("http-equiv", in: html[start.lowerBound..<end]) else { continue }
        if html[kind].lowercased() == "content-security-policy" { return start.lowerBound..<end }
    }
    return nil
}

private func attributeValue(_ name: String, in tag: Substring) -> Range<String.Index>? {
    for quote in ["\"", "'"] {
        guard let start = tag.firstRange(of: " \(name)=\(quote)") else { continue }
        guard let end = tag[start.upperBound...].firstRange(of: quote) else { continue }
        return start.upperBound..<end.lowerBound
    }
    return nil
}
