import Plan
import SourceText

/// Under which phase's heading a place stands; what stands under a day's is of that day, and of no phase.
struct PhaseSections {
    private struct Document {
        let starts: [Int]
        /// The id of the phase that holds each section; nil for none.
        let phases: [String?]
    }
    private let documents: [String: Document]

    init(_ plan: Plan) {
        var heads: [String: [Int: String?]] = [:]
        for phase in plan.phases {
            for name in phase.names where heads[name.span.path]?[name.span.start.line] == nil {
                heads[name.span.path, default: [:]][name.span.start.line] = phase.id
            }
        }
        for day in plan.days {
            for place in day.mentions where heads[place.span.path]?[place.span.start.line] == nil {
                heads[place.span.path, default: [:]].updateValue(nil, forKey: place.span.start.line)
            }
        }
        var documents: [String: Document] = [:]
        for document in plan.documents {
            guard let own = heads[document.path], documents[document.path] == nil else { continue }
            var phases: [String?] = []
            for (section, parent) in zip(document.sections, SectionNesting(of: document).parents) {
                phases.append(own[document.source.line(at: section.start)] ?? parent.flatMap { phases[$0] })
            }
            documents[document.path] = Document(starts: document.sections.map(\.start), phases: phases)
        }
        self.documents = documents
    }

    func phase(at span: SourceSpan) -> String? {
        guard let document = documents[span.path] else { return nil }
        let count = document.starts.countOfLeading { $0 <= span.range.lowerBound }
        return count > 0 ? document.phases[count - 1] : nil
    }
}
