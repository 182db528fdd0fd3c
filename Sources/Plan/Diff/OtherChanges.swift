import SourceText

extension ChangeList {
    mutating func compareHeaders(_ before: Plan, _ after: Plan) {
        compare(.plan, "title", before.origins.title, after.origins.title, key: { meaning(of: $0) }, text: { $0 })
        compare(.plan, "start", before.origins.start, after.origins.start, key: { $0 }, text: \.description)
        compare(.plan, "time zone", before.origins.timezone, after.origins.timezone, key: { $0 }, text: { $0 })
    }

    private mutating func compare<Value>(
        _ kind: PlanChange.Kind, _ aspect: String, _ before: Claim<Value>?, _ after: Claim<Value>?,
        key: (Value) -> some Hashable, text: (Value) -> String
    ) {
        compare(
            kind, "Plan", aspect, [before].compactMap(\.self), [after].compactMap(\.self), key: key, text: text)
    }

    mutating func compareRisks(_ before: Plan, _ after: Plan, _ sections: SectionTitles) {
        var pairing = Pairing(
            before.risks, after.risks,
            rounds: [
                .alike { risk, version in "\(meaning(of: risk.name))\n\(sections.title(at: risk.span, version))" },
                .called { risk in meaning(of: risk.name) },
            ])
        pairing.pairRenamed(within: { _ in "" }, name: \.name)
        for (old, new) in pairing.pairs {
            if meaning(of: old.name) != meaning(of: new.name) {
                add(
                    PlanChange(
                        .risk, .renamed, "Risk", before: .init(old.name, at: old.span),
                        after: .init(new.name, at: new.span)))
            }
            if old.level.map({ meaning(of: $0) }) != new.level.map({ meaning(of: $0) }) {
                add(
                    PlanChange(
                        .risk, .changed, new.name, "level", before: old.level.map { .init($0, at: old.span) },
                        after: new.level.map { .init($0, at: new.span) }))
            }
            compare(
                .risk, new.name, "mitigation", old.mitigations, new.mitigations, key: { meaning(of: $0) }, text: { $0 })
        }
        addUnpaired(pairing, .risk) { _ in
            "Risk"
        } side: {
            .init($0.name, at: $0.span)
        }
    }

    mutating func compareCommunications(_ before: Plan, _ after: Plan) {
        let pairing = Pairing(
            before.communications, after.communications,
            rounds: [
                .alike { communication, _ in meaning(of: communication.fullText) },
                .called { $0.audience.map { meaning(of: $0) } }, .called { $0.channel.map { meaning(of: $0) } },
            ])
        for (old, new) in pairing.pairs where meaning(of: old.fullText) != meaning(of: new.fullText) {
            add(PlanChange(.communication, .changed, "Communication", before: old.side, after: new.side))
        }
        addUnpaired(pairing, .communication) { _ in
            "Communication"
        } side: {
            $0.side
        }
    }

    mutating func compareWaves(_ before: Plan, _ after: Plan) {
        let pairing = Pairing(
            before.userWaves, after.userWaves,
            rounds: [
                .alike { wave, _ in "\(wave.order)\n\(meaning(of: wave.name))" }, .called { meaning(of: $0.name) },
            ])
        for (old, new) in pairing.pairs {
            if old.order != new.order {
                add(
                    PlanChange(
                        .wave, .moved, new.name, "order", before: .init("\(old.order)", at: old.span),
                        after: .init("\(new.order)", at: new.span)))
            }
            if meaning(of: old.text) != meaning(of: new.text) {
                add(
                    PlanChange(
                        .wave, .changed, new.name, before: .init(old.text, at: old.span),
                        after: .init(new.text, at: new.span)))
            }
        }
        addUnpaired(pairing, .wave, entity: \.name, side: { .init($0.text, at: $0.span) })
    }
}

extension Communication {
    fileprivate var fullText: String { [audience, channel, cadence].compactMap(\.self).joined(separator: ", ") }
    fileprivate var side: PlanChange.Side { .init(fullText, at: span) }
}
