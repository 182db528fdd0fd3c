import Plan
import SourceText

/// Shares of the users that follow each other upwards: `10% → 50% → 100%`, `Day 1: 5%, Day 3: 15%`.
struct ShareLadder: Sendable {
    struct Step: Sendable {
        let percent: Claim<Double>
        let when: Claim<String>?
        let day: Claim<Int>?
    }

    /// At least two, without the 0 % that a ladder may begin with.
    let steps: [Step]

    var reachesAll: Bool { steps.last?.percent.value == 100 }

    /// - Returns: nil when the shares do not rise from step to step: then they count something else.
    init?(_ steps: [Step]) {
        let steps = Array(steps.drop { $0.percent.value == 0 })
        guard steps.count >= 2, zip(steps, steps.dropFirst()).allSatisfy({ $0.percent.value < $1.percent.value })
        else { return nil }
        self.steps = steps
    }
}

extension ReadText {
    /// Every share in a run of tokens with the time that belongs to it: the one before it where the run begins with a
    /// time or a word opens the time (`from day 6 on 60%`), else the one behind it. `all` behind a share is 100 %.
    ///
    /// What is compared (`> 5%`) or a range (`5-10%`) is no step.
    func shareSteps(in range: Range<Int>, _ reading: Reading) -> [ShareLadder.Step] {
        guard mentions(.percentSign) else { return [] }
        var shares: [(percent: Claim<Double>, at: Int)] = []
        var times: [(match: ScheduleReader.Match, at: Int)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let match = schedules.schedule(at: index), match.tokens.upperBound <= range.upperBound {
                times.append((match, index))
                index = match.tokens.upperBound
            } else if let share = share(at: index) {
                shares.append((Claim(share.number, at: span(tokens: share.tokens), reading), index))
                index = share.tokens.upperBound
            } else {
                if !shares.isEmpty, meansEveryone(index) {
                    shares.append((Claim(100, at: span(tokens: index..<index + 1), reading), index))
                }
                index += 1
            }
        }
        let leads = times.first.map { time in shares.first.map { time.at < $0.at } ?? false } ?? false
        return shares.enumerated().map { place, share in
            let before = place > 0 ? shares[place - 1].at : range.lowerBound - 1
            let behind = place + 1 < shares.count ? shares[place + 1].at : range.upperBound
            let time =
                times.last { $0.at > before && $0.at < share.at && (leads || opens($0.at)) }
                ?? (leads ? nil : times.first { $0.at > share.at && $0.at < behind && !opens($0.at) })
            return ShareLadder.Step(
                percent: share.percent,
                when: time.map { Claim($0.match.schedule.text, at: span(tokens: $0.match.tokens), reading) },
                day: time.flatMap { time in
                    time.match.schedule.firstDay.map { Claim($0, at: span(tokens: time.match.tokens), reading) }
                })
        }
    }

    /// `10%, from day 6 on 60%`: the time opens what follows it; but not `10% from day 6 on`.
    private func opens(_ time: Int) -> Bool {
        guard let word = (max(0, time - 2)..<time).first(where: { tokens[$0].isA(.since) }) else { return false }
        return word == 0 || tokens[word - 1].isSign(",") || tokens[word - 1].isSign(";") || tokens[word - 1].isA(.and)
    }

    /// The share of users that starts at a token: 0 to 100 %, not compared, no range.
    func share(at index: Int) -> (number: Double, tokens: Range<Int>)? {
        guard index < tokens.count, tokens[index].number != nil, let match = quantities.quantity(at: index),
            match.quantity.unit == .percent, match.lower == nil, (0...100).contains(match.quantity.number),
            !isCompared(index)
        else { return nil }
        return (match.quantity.number, match.tokens)
    }

    /// `above 5%`, `< 5%`; not `up to 5%`.
    private func isCompared(_ index: Int) -> Bool {
        (max(0, index - 3)..<index).contains { start in
            guard let found = quantities.comparison(at: start), found.next == index else { return false }
            return found.comparison != .atMost && found.comparison != .equal
        }
    }

    /// `and in the end all`, but not `20% of all users`.
    private func meansEveryone(_ index: Int) -> Bool {
        tokens[index].isA(.everyone) && (index == 0 || !tokens[index - 1].isA(.possessive))
            && !(index + 1 < tokens.count && tokens[index + 1].isA(.possessive))
    }

    /// Whether a run of tokens holds shares and nothing but times, signs and little words beside them.
    ///
    /// - Parameter orNothing: Whether it need hold no share.
    func isOnlyShares(_ range: Range<Int>, orNothing: Bool = false) -> Bool {
        var index = range.lowerBound
        var found = orNothing
        while index < range.upperBound {
            if let match = schedules.schedule(at: index) {
                index = match.tokens.upperBound
            } else if let share = share(at: index) {
                found = true
                index = share.tokens.upperBound
            } else if tokens[index].sign != nil || tokens[index].clock != nil || tokens[index].isA(ReadText.stepWords) {
                index += 1
            } else {
                return false
            }
        }
        return found
    }

    private static let stepWords: WordClassSet = [
        .shareLead, .and, .to, .of, .rollout, .everyone, .possessive, .since, .scheduleFiller, .about,
    ]
}

extension ShareLadder {
    /// `| Day | Share |` with a time, or a step, and a share in each row; nil when the head says nothing of shares.
    ///
    /// - Parameter isLed: The line above says whose steps they are, so that the head may call them anything.
    init?(rows table: ContentTable, isLed: Bool) {
        guard table.rows.count > 1,
            let column = table.header.indices.dropFirst().first(where: { column in
                table.header[column].mentions([.share, .rollout, .percentSign])
                    || isLed
                        && table.rows.allSatisfy { row in
                            row.cell(column).map { $0.isOnlyShares(0..<$0.tokens.count) } ?? false
                        }
            })
        else { return nil }
        let counts =
            table.header[0].tokens.first?.isSign("#") == true || table.header[0].mentions([.numberHead, .step])
        var steps: [Step] = []
        for row in table.rows {
            guard let first = row.cell(0), let cell = row.cell(column), cell.isOnlyShares(0..<cell.tokens.count),
                case let time = first.schedules.first(), isLed || time != nil || counts,
                let share = cell.shareSteps(in: 0..<cell.tokens.count, .tableCell).first
            else { return nil }
            steps.append(
                Step(
                    percent: share.percent,
                    when: time.map { Claim($0.schedule.text, at: first.span(tokens: $0.tokens), .tableCell) },
                    day: time.flatMap { time in
                        time.schedule.firstDay.map { Claim($0, at: first.span(tokens: time.tokens), .tableCell) }
                    }))
        }
        self.init(steps)
    }
}
