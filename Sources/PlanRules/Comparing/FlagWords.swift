/// The words that tell what a flag is for: `slo monitoring` of `ENABLE_SLO_MONITORING`, plurals cut.
///
/// Words that only say that it is a flag, or whose application it is set for, are left out.
func tellingWords(ofFlag name: String) -> [String] {
    var words = words(of: name)
    while let first = words.first, flagLeads.contains(first) { words.removeFirst() }
    while let last = words.last, flagEnds.contains(last) { words.removeLast() }
    return words
}

/// The words of a flag's name without those that most flags of the plan begin with, if two are left.
func tellingWords(ofFlag name: String, of application: [String]) -> [String] {
    let words = words(of: name)
    guard !application.isEmpty, words.starts(with: application) else { return tellingWords(ofFlag: name) }
    let rest = tellingWords(ofFlag: words.dropFirst(application.count).joined(separator: "_"))
    return rest.count >= 2 ? rest : tellingWords(ofFlag: name)
}

/// What most flags of a plan, three at least, begin with, at most three words: `harbour` of `HARBOUR_GRAPH_ENABLED`.
func applicationWords(of flags: [FlagGroup]) -> [String] {
    let names = flags.map { words(of: $0.name) }
    var shared: [String] = []
    while shared.count < 3 {
        var counts: [String: Int] = [:]
        for name in names where name.count > shared.count + 1 && name.starts(with: shared) {
            counts[name[shared.count], default: 0] += 1
        }
        guard let next = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), next.value >= 3,
            next.value * 2 > names.count
        else { break }
        shared.append(next.key)
    }
    return shared
}

/// Whether words stand side by side in a text, both with plurals cut.
func holds(_ text: [String], _ words: [String]) -> Bool {
    guard let first = words.first, text.count >= words.count else { return false }
    return (0...text.count - words.count).contains { start in
        text[start] == first && text[start..<start + words.count].elementsEqual(words)
    }
}

/// Whether the flag's name says that it takes away or stands by: nobody plans a day for switching such a flag on.
func standsBy(_ name: String) -> Bool { !Set(words(of: name)).isDisjoint(with: standingBy) }

private let flagLeads: Set<String> = [
    "enable", "enabled", "feature", "flag", "ff", "use", "is", "toggle", "vite", "next", "public", "react", "app",
    "has",
    "with", "allow", "show", "activate",
]
private let flagEnds: Set<String> = ["enable", "enabled", "feature", "flag", "toggle", "active", "on"]
private let standingBy: Set<String> = [
    "kill", "emergency", "maintenance", "readonly", "fallback", "legacy", "old", "former", "deprecated", "debug",
    "force",
    "bypass", "disable", "disabled", "off", "freeze", "panic", "safe", "mock", "rollback", "killswitch", "override",
    "pause", "stop", "dry",
]
