import SourceText

/// What was said and did not get through: a sentence for each input, however many faults it has.
///
/// Whatever is lost may have been bad news, so the plan cannot be known to be well.
func inputTroubles(_ findings: [Finding]) -> [Trouble] {
    var order: [Key] = []
    var groups: [Key: [Finding]] = [:]
    for finding in findings {
        let key = Key(rule: finding.rule, path: finding.span?.path)
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(finding)
    }
    return order.compactMap { key in
        guard let group = groups[key], let first = group.first else { return nil }
        return Trouble(.unknown, .input(first.span), sentence(group, first))
    }
}

private struct Key: Hashable {
    let rule: String
    let path: String?
}

private func sentence(_ group: [Finding], _ first: Finding) -> String {
    guard let span = first.span else { return first.message }
    let place = "\(span.path):\(span.start.line)"
    let more = group.count > 1 ? " (and \(group.count - 1) more like it)" : ""
    // What belongs to nothing can be read, and its message says all.
    if first.rule == "result-unmatched" { return "\(first.message) (\(place))\(more)" }
    return "\(place) cannot be read: \(first.message)\(more)"
}
