import Plan
import SourceText

/// A section that its heading numbers among those of a procedure: `### 3. Database migration (5 min)`, `## Phase 7: Deployment`.
struct SteppedSection {
    let number: Int
    /// As printed, without the signs of a heading.
    let heading: SourceSpan
    let title: String
    /// Of the title, plurals cut.
    let words: Set<String>
    let range: Range<Int>
    /// In reading order, those of the sections below it included.
    let commands: [ShellCommand]
}

/// Sections of one parent that are steps: their numbers count upwards, and a word (`Phase`, `Step`), a length of time or the
/// heading above says that they are no chapters.
func steppedSections(of document: PlanDocument, _ blocks: [ShellBlock]) -> [[SteppedSection]] {
    let commands = blocks.filter { $0.form == .block || $0.form == .session }.flatMap(\.commands)
        .sorted { $0.span < $1.span }
    let ends = SectionNesting(of: document).ends
    var runs: [Int: [SteppedSection]] = [:]
    var open: [Int] = []
    for (index, section) in document.sections.enumerated() {
        while let last = open.last, document.sections[last].level >= section.level { open.removeLast() }
        let above = open.map { document.sections[$0].title }
        let parent = open.last ?? -1
        open.append(index)
        guard let step = stepNumber(of: section.title, under: above.last),
            !above.contains(where: { !asideWords.isDisjoint(with: words(of: $0)) })
        else { continue }
        let range = section.start..<ends[index]
        runs[parent, default: []].append(
            SteppedSection(
                number: step, heading: titleSpan(of: section, in: document.source), title: section.title,
                words: Set(words(of: section.title)), range: range, commands: stretch(of: commands, in: range)))
    }
    return runs.sorted { $0.key < $1.key }.map(\.value).filter { run in
        run.count >= 2 && zip(run, run.dropFirst()).allSatisfy { $0.number < $1.number }
    }
}

extension SteppedSection {
    /// Whether the step hands a version to production: its title says so, or that it deploys, and a command does it.
    var deploysToProduction: Bool {
        guard words.isDisjoint(with: otherDeployments) else { return false }
        let deploys = !words.isDisjoint(with: deployingWords)
        return deploys && commands.contains(where: \.deploysToProduction)
    }

    var migratesDatabase: Bool {
        words.isDisjoint(with: otherDeployments) && commands.contains(where: \.migratesDatabase)
    }

    /// Whether its users are to say that it is good, in a place that is not production itself.
    var isAcceptance: Bool {
        words.isDisjoint(with: afterRelease)
            && (!words.isDisjoint(with: acceptanceNames)
                || !words.isDisjoint(with: ["acceptance", "aceptación"])
                    && !words.isDisjoint(with: ["test", "testing", "prueba"]))
    }
}

/// The number of a title that is a step; nil for a chapter and for any other.
private func stepNumber(of title: String, under above: String?) -> Int? {
    let all = words(of: title)
    if all.count >= 2, stepWords.contains(all[0]), let number = Int(all[1]) { return number }
    guard all.count >= 2, let number = Int(all[0]), Int(all[1]) == nil else { return nil }
    let isTimed = zip(all.dropFirst(), all.dropFirst(2)).contains { Int($0) != nil && lengthWords.contains($1) }
    return isTimed || above.map { !procedureWords.isDisjoint(with: words(of: $0)) } == true ? number : nil
}

private func titleSpan(of section: DocumentSection, in file: SourceFile) -> SourceSpan {
    let line = file.lineRange(file.line(at: section.start))
    let bytes = file.bytes[line]
    let start = bytes.firstIndex { $0 != UInt8(ascii: "#") && $0 != 0x20 } ?? line.lowerBound
    let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? line.upperBound
    return SourceSpan(file: file, range: start..<max(start, end))
}

/// The commands that begin in a range, of sorted ones.
private func stretch(of commands: [ShellCommand], in range: Range<Int>) -> [ShellCommand] {
    let first = commands.countOfLeading { $0.span.range.lowerBound < range.lowerBound }
    return Array(commands[first...].prefix { range.contains($0.span.range.lowerBound) })
}

/// English, German, Spanish and French, plurals cut.
private let stepWords: Set<String> = [
    "step", "phase", "stage", "schritt", "paso", "fase", "etapa", "étape",
]
private let lengthWords: Set<String> = ["min", "minute", "hour", "h", "minuten", "stunde", "stunden", "minuto", "hora"]
private let procedureWords: Set<String> = [
    "step", "procedure", "runbook", "sequence", "timeline", "schedule", "ablauf", "schritte", "paso", "étape",
]
/// What stands below such a heading is done when something else has gone wrong, or is one of several ways.
private let asideWords: Set<String> = [
    "rollback", "revert", "recovery", "emergency", "troubleshooting", "alternative", "appendix", "example", "restore",
    "rücknahme", "notfall", "anhang", "reversión", "anexo",
]
private let deployingWords: Set<String> = [
    "deploy", "deployment", "deploying", "release", "bereitstellung", "auslieferung", "despliegue", "desplegar",
    "déploiement", "déployer",
]
private let otherDeployments: Set<String> = [
    "staging", "preprod", "preproduction", "preview", "test", "testing", "uat", "dev", "development", "prepare",
    "preparation", "pre", "plan", "rollback", "redeploy", "canary", "dark", "verify", "verification", "post",
    "monitoring", "optional",
]
private let acceptanceNames: Set<String> = [
    "uat", "abnahme", "abnahmetest", "abnahmetests", "nutzerabnahme", "recette",
]
private let afterRelease: Set<String> = [
    "production", "prod", "live", "post", "after", "final", "report", "feedback", "result", "produktion", "producción",
]
