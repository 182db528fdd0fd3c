import DataNotations
import Plan
import SourceText

extension DocumentOutline {
    /// Flags that a block of data configures: under a key that says flags, or with a share of users beside their name.
    func configuredFlags(_ data: CodeData) -> [FlagSighting] {
        let place = flagPlace(sections[data.section])
        let isCalled = data.block.line.map { place.section.lines[$0].text.mentions(.flag) } ?? false
        var reader = FlagDataReader(
            place: place, style: style, isOnFlags: place.isOnFlags || isCalled,
            isEnvironment: data.notation == .settings || data.notation == .shell)
        let found = reader.read(data.binding)
        return found + reader.assignments.map { sighting(of: $0, in: data.block, place) }
    }
}

/// The name that a part of a block is told of.
struct FlagOwner {
    let name: String
    let span: SourceSpan
    let comment: DataComment?
}

/// Walks a block's objects from the outside in, without recursion.
struct FlagDataReader {
    /// What an object is, by the keys above it.
    private enum Role {
        /// Its members are flags.
        case container
        /// It is a flag, or a part of one that says how far it goes.
        case flag(FlagOwner)
        /// Anything else, with the last key that is more than structure (`rollout`, `stages`, `production`).
        case plain(FlagOwner?)
    }

    private let place: FlagPlace
    private let reading: FlagValues
    /// Whether the block is about flags, as its section or the line above it says.
    private let isOnFlags: Bool
    /// Whether the block is a file of settings or a script, where any name may be a variable's.
    private let isEnvironment: Bool
    /// What is still to be read, each with the place that a stage in it has.
    private var open: [(value: DataValue, role: Role, span: SourceSpan)] = []
    private var found: [FlagSighting] = []
    /// Variables that may set flags.
    private(set) var assignments: [FlagAssignment] = []
    /// Flags that were listed; what says nothing of how far they go still names them.
    private var listed: [FlagOwner] = []

    init(place: FlagPlace, style: WritingStyle, isOnFlags: Bool, isEnvironment: Bool) {
        self.place = place
        self.isOnFlags = isOnFlags
        self.isEnvironment = isEnvironment
        reading = FlagValues(style: style)
    }

    mutating func read(_ binding: DataBinding) -> [FlagSighting] {
        enter(binding)
        while let (value, role, span) = open.popLast() {
            switch (value.kind, role) {
            case (.object(let members), .container): visitContainer(members)
            case (.object(let members), .flag(let owner)): visitFlag(members, owner, span)
            case (.object(let members), .plain(let owner)): visitPlain(members, owner, span)
            case (.array(let elements), _): visit(elements, role)
            default: break
            }
        }
        let told = Set(found.map(\.span))
        for owner in listed where !told.contains(owner.span) { mention(owner) }
        return found
    }

    /// `const featureFlags = {…}`; `flags.newCheckout.rollout = 25` and `NEW_CHECKOUT.pct = 5` as if they stood in objects.
    private mutating func enter(_ binding: DataBinding) {
        if isEnvironment, binding.value.isScalar, let name = binding.name, let span = binding.nameSpan {
            return addVariable(FlagOwner(name: name, span: span, comment: binding.trailingComment), binding.value)
        }
        var value = binding.value
        if let span = binding.nameSpan {
            for key in binding.path.dropFirst().reversed() {
                let member = DataMember(key: key, keySpan: span, value: value, trailingComment: binding.trailingComment)
                value = DataValue(kind: .object([member]), span: span.union(value.span))
            }
        }
        let name = binding.path.first ?? ""
        if reading.classes(name).contains(.flagContainer) {
            open.append((value, .container, value.span))
        } else {
            let owner = binding.nameSpan.map { FlagOwner(name: name, span: $0, comment: binding.trailingComment) }
            open.append((value, .plain(binding.path.count > 1 ? owner : nil), value.span))
        }
    }

    // MARK: What the members of an object are

    private mutating func visitContainer(_ members: [DataMember]) {
        if let owner = reading.ownName(members, isListed: true) {
            listed.append(owner)
            return visitFlag(members, owner, owner.span(with: members))
        }
        for member in members.reversed() where !reading.isTrial(member.key) {
            let owner = FlagOwner(member)
            guard !member.value.isScalar else {
                addSwitch(member.value, owner)
                continue
            }
            if reading.isGroup(member.value) || reading.classes(member.key).contains(.flagContainer) {
                open.append((member.value, .container, member.value.span))
            } else {
                if isFlagName(member.key) { listed.append(owner) }
                open.append((member.value, .flag(owner), member.keySpan.union(member.value.span)))
            }
        }
    }

    private mutating func visitFlag(_ members: [DataMember], _ owner: FlagOwner, _ span: SourceSpan) {
        addStages(of: members, owner, span)
        for member in members.reversed() where !member.value.isScalar && !reading.isTrial(member.key) {
            open.append((member.value, .flag(owner), member.keySpan.union(member.value.span)))
        }
    }

    private mutating func visitPlain(_ members: [DataMember], _ owner: FlagOwner?, _ span: SourceSpan) {
        if let variable = reading.variable(members) { addVariable(variable.name, variable.value) }
        if let named = reading.ownName(members, isListed: isOnFlags) {
            listed.append(named)
            return visitFlag(members, named, named.span(with: members))
        }
        if let owner, isOnFlags || nameWords(owner.name).count > 1,
            !reading.classes(owner.name).contains(.plainSetting),
            reading.looksLikeFlag(members, isOnFlags: isOnFlags)
        {
            return visitFlag(members, owner, span)
        }
        if let owner, nameWords(owner.name).count > 1, !isOnFlags { addTimedShares(of: members, owner) }
        for member in members
        where member.value.isScalar && (isEnvironment || member.key.isVariableName) {
            addVariable(FlagOwner(member), member.value)
        }
        for member in members.reversed() where !member.value.isScalar && !reading.isTrial(member.key) {
            let meaning = reading.classes(member.key)
            open.append(
                (
                    member.value,
                    meaning.contains(.flagContainer)
                        ? .container : .plain(meaning.intersects(FlagValues.structure) ? owner : FlagOwner(member)),
                    member.keySpan.union(member.value.span)
                ))
        }
    }

    private mutating func visit(_ elements: [DataValue], _ role: Role) {
        if case .flag(let owner) = role {
            if let percent = reading.weight(elements) { return add(owner, percent: percent, at: percent.span) }
            let steps = elements.compactMap { value in
                reading.share(of: value).map { ShareLadder.Step(percent: $0, when: nil, day: nil) }
            }
            if steps.count == elements.count, let ladder = ShareLadder(steps) {
                for step in ladder.steps { add(owner, percent: step.percent, at: step.percent.span) }
            }
        }
        for element in elements.reversed() { open.append((element, role, element.span)) }
    }

    // MARK: Stages

    private mutating func addStages(of members: [DataMember], _ owner: FlagOwner, _ span: SourceSpan) {
        let steps = reading.timedShares(members)
        for step in steps {
            add(owner, percent: step.percent, when: step.when, day: step.day, at: step.percent.span)
        }
        let time = reading.time(members)
        if let percent = reading.share(among: members) {
            // A default of nothing is no step of the rollout, unless it has a time of its own.
            guard percent.value > 0 || time != nil else { return mention(owner, setting(of: owner, preset(members))) }
            add(
                owner, percent: percent, when: time?.when, day: time?.day, setting: setting(of: owner, preset(members)),
                at: span)
        } else if steps.isEmpty, let day = time?.day {
            add(owner, percent: nil, when: time?.when, day: day, at: span)
        } else if steps.isEmpty, let state = reading.state(members), !members.contains(where: { !$0.value.isScalar }) {
            let percent = state.isOn.value ? reading.share(in: state.comment ?? owner.comment) : nil
            let set = setting(of: owner, preset(members)) ?? setting(of: owner, state.isOn, .configured)
            if state.isOn.value {
                add(owner, percent: percent, when: time?.when, setting: set, at: span)
            } else {
                mention(owner, set)
            }
        }
    }

    /// `new_menu: { week_3: 10, week_4: 50 }` in a block that does not say that it is about flags: the steps of a name that
    /// another place makes a flag.
    private mutating func addTimedShares(of members: [DataMember], _ owner: FlagOwner) {
        let steps = reading.timedShares(members)
        guard steps.count == members.count, ShareLadder(steps) != nil else { return }
        for step in steps {
            found.append(
                FlagSighting(
                    name: owner.name,
                    stage: FlagStage(
                        percent: step.percent, when: step.when, day: step.day, defines: true, span: step.percent.span),
                    evidence: .none, in: place, span: owner.span))
        }
    }

    /// `newMenu: true`, `newMenu: 40` under a key that says flags.
    private mutating func addSwitch(_ value: DataValue, _ owner: FlagOwner) {
        guard isFlagName(owner.name) else { return }
        if let percent = reading.share(of: value) {
            if percent.value > 0 { add(owner, percent: percent, at: owner.span) } else { mention(owner) }
        } else if let isOn = value.switchValue {
            let set = setting(of: owner, Claim(isOn, at: value.span, .codeBlock), .configured)
            if isOn {
                add(owner, percent: reading.share(in: owner.comment), setting: set, at: owner.span)
            } else {
                mention(owner, set)
            }
        }
    }

    private mutating func add(
        _ owner: FlagOwner, percent: Claim<Double>?, when: Claim<String>? = nil, day: Claim<Int>? = nil,
        setting: FlagSetting? = nil, at span: SourceSpan
    ) {
        guard isFlagName(owner.name) else { return }
        found.append(
            FlagSighting(
                name: owner.name,
                stage: FlagStage(percent: percent, when: when, day: day, defines: true, span: span),
                setting: setting, evidence: .defined, in: place, span: owner.span))
    }

    /// `FEATURE_NEW_MENU: "true"`, `{ name: FEATURE_NEW_MENU, value: "true" }`
    private mutating func addVariable(_ owner: FlagOwner, _ value: DataValue) {
        if let set = FlagAssignment(name: owner.name, at: owner.span, value, reading.style.vocabulary) {
            assignments.append(set)
        }
    }

    private func preset(_ members: [DataMember]) -> (isOn: Claim<Bool>, kind: FlagSetting.Kind)? {
        reading.preset(members).map { ($0, .preset) }
    }

    private func setting(
        of owner: FlagOwner, _ state: (isOn: Claim<Bool>, kind: FlagSetting.Kind)?
    ) -> FlagSetting? { state.flatMap { setting(of: owner, $0.isOn, $0.kind) } }

    private func setting(of owner: FlagOwner, _ isOn: Claim<Bool>, _ kind: FlagSetting.Kind) -> FlagSetting {
        FlagSetting(isOn: isOn, kind: kind, goesBack: place.goesBack, span: owner.span)
    }

    private mutating func mention(_ owner: FlagOwner, _ setting: FlagSetting? = nil) {
        found.append(
            FlagSighting(
                name: owner.name,
                mention: FlagMention(purpose: .other, span: owner.span, reading: .codeBlock, certain: true),
                setting: setting, evidence: .defined, in: place, span: owner.span))
    }
}

extension FlagOwner {
    /// From the name to the end of what stands beside it.
    func span(with members: [DataMember]) -> SourceSpan {
        let end = members.map(\.value.span.range.upperBound).max() ?? span.range.upperBound
        return SourceSpan(file: span.file, range: span.range.lowerBound..<max(end, span.range.upperBound))
    }

    init(_ member: DataMember) {
        self.init(name: member.key, span: member.keySpan, comment: member.comment)
    }
}
