import Plan
import SourceText

/// The phases of one document, when what its lists and tables say is put to the phases that its headings define.
///
/// A list that calls most of the phases what their headings call them is an overview of them: where it names one otherwise,
/// the names contradict each other. A list that calls none of them so says something else of them: who leads them, what went
/// wrong.
struct PhaseLists {
    /// In reading order.
    private(set) var sightings: [PhaseSighting] = []
    private var headed: [String: PhaseSighting] = [:]
    private var headedNames: [String: PhaseSighting] = [:]
    private var keywords: Set<String> = []

    init(_ headed: [PhaseSighting], _ lists: [[PhaseSighting]]) {
        for sighting in headed where sighting.heading.isCounted {
            if self.headed[sighting.id] == nil { self.headed[sighting.id] = sighting }
            if headedNames[sighting.nameKey] == nil { headedNames[sighting.nameKey] = sighting }
            keywords.insert(sighting.heading.keyword)
        }
        // The headings of a phase's parts say when it runs.
        let parts = headed.filter { $0.heading.isPart && self.headed[$0.wholeID] != nil }
        sightings = headed.filter { !$0.heading.isPart || self.headed[$0.wholeID] == nil }
        for list in [parts] + lists where !list.isEmpty { sightings += settled(list) }
        sightings.sort { $0.span < $1.span }
    }

    private func settled(_ list: [PhaseSighting]) -> [PhaseSighting] {
        let whole = withPartsJoined(list.map(counted))
        let agreement = PhaseNames.agreement(whole) { headed[$0.id]?.heading.name.value }
        let repeats = whole.contains { headed[$0.id] != nil }
        return whole.compactMap { sighting in
            var sighting = sighting
            if headed[sighting.id] != nil {
                sighting.statesName = sighting.statesName && agreement == .most
                return sighting
            }
            // Names without numbers beside numbered phases are theirs or the steps of one.
            if !sighting.heading.isCounted, keywords.contains(sighting.heading.keyword), !repeats { return nil }
            guard sighting.role == .mention, keywords.contains(sighting.heading.keyword) else { return sighting }
            return agreement == .most && sighting.statesName ? sighting : nil
        }
    }

    /// A row that has the name of a numbered phase tells of it.
    private func counted(_ sighting: PhaseSighting) -> PhaseSighting {
        guard !sighting.heading.isCounted, let known = headedNames[sighting.nameKey] else { return sighting }
        return sighting.counted(as: known.heading)
    }

    /// Phases told in parts (3a in week 3, 3b in week 4), or week by week, take the time of all their places together.
    private func withPartsJoined(_ list: [PhaseSighting]) -> [PhaseSighting] {
        var joined: [PhaseSighting] = []
        var places: [String: Int] = [:]
        for sighting in list {
            let isPart = sighting.heading.isPart && headed[sighting.wholeID] != nil
            let id = isPart ? sighting.wholeID : sighting.id
            let next = isPart ? sighting.ofWhole : sighting
            if next.role == .mention, let index = places[id], let time = joined[index].schedules.first,
                let more = next.schedules.first, let both = time.continued(by: more)
            {
                joined[index].schedules = [both]
            } else {
                places[id] = joined.count
                joined.append(next)
            }
        }
        return joined
    }
}

extension PhaseSighting {
    /// What tells the phase from the others of its document.
    var id: String { "\(heading.keyword) \(heading.key)" }
    fileprivate var wholeID: String { "\(heading.keyword) \(heading.number.map(formatNumber) ?? "")" }
    fileprivate var nameKey: String { slug(heading.name.value) }

    /// What is said of a part, said of the phase: only its time.
    fileprivate var ofWhole: PhaseSighting {
        var whole = PhaseSighting.bareMention(heading.asWhole, at: span, path: path, list: list)
        whole.schedules = schedules
        return whole
    }
}

extension Claim<Schedule> {
    /// One time of two that follow each other or overlap, counted in one unit; nil when they leave a gap.
    fileprivate func continued(by more: Claim<Schedule>) -> Claim<Schedule>? {
        guard value.unit == more.value.unit, value.relative == more.value.relative, let first = value.range,
            let second = more.value.range, second.lowerBound >= first.lowerBound,
            second.lowerBound <= first.upperBound + 1, let unit = value.unit
        else { return nil }
        let range = first.lowerBound...Swift.max(first.upperBound, second.upperBound)
        let isCounted = !value.relative && unit != .date && unit != .minute
        let text =
            isCounted
            ? "\(unit.rawValue) \(formatNumber(range.lowerBound))-\(formatNumber(range.upperBound))"
            : "\(value.text) – \(more.value.text)"
        return map { Schedule(text: text, unit: $0.unit, range: range, relative: $0.relative) }
    }
}
