import Plan

/// A column of a table that states limits of one level.
struct LevelColumn {
    let level: LimitLevel
    let index: Int
    /// What its limits lead to, `Rollback threshold`.
    let purpose: LimitPurpose?
    /// Whether its head only grades what is measured, `Healthy`, `🟡`, `Roll back`: such words head other columns too.
    let isGrade: Bool
}

extension LevelColumn {
    /// A head that is called for a level, `Alert threshold`, or for what its limits lead to.
    fileprivate init?(called head: ReadText, _ index: Int) {
        self.index = index
        isGrade = false
        if case .trigger(let action) = LimitPurpose(title: head), !head.mentions(.goal) {
            level = .critical
            purpose = .trigger(action)
        } else if let level = head.limitLevel {
            self.level = level
            purpose = nil
        } else {
            return nil
        }
    }

    /// A short head that grades: `Normal`, `Soll`, `🟢`; `Go` and `No-go`; `Roll back (section A)`, `On annule`.
    fileprivate init?(grading head: ReadText, _ index: Int) {
        guard head.tokens.count <= 8, !head.mentions([.duration, .time, .schedule, .current, .effort]) else {
            return nil
        }
        self.index = index
        isGrade = true
        if head.mentions(.noGo) {
            level = .critical
            purpose = .trigger(.halt)
        } else if head.mentions(TriggerAction.words) || head.isCalled([.backward], with: [.article]) {
            level = .critical
            purpose = .trigger(TriggerAction(head) ?? .rollback)
        } else if let level = head.gradedLevel {
            self.level = level
            purpose = nil
        } else {
            return nil
        }
    }
}

extension [LevelColumn] {
    /// Of two columns that warn, `Warnung | Eskalation`, the second is the critical one where none is called so.
    fileprivate var risen: Self {
        guard let last = lastIndex(where: { $0.level == .warning }), self[last].isGrade,
            self[..<last].contains(where: { $0.level == .warning }), !contains(where: { $0.level == .critical })
        else { return self }
        var columns = self
        columns[last] = LevelColumn(level: .critical, index: self[last].index, purpose: nil, isGrade: true)
        return columns
    }
}

extension ContentTable {
    /// The columns that state limits, from left to right.
    ///
    /// A head that only grades states limits where its cells compare; what is well may also be a bare number beside
    /// limits that say what is not: `| Signal | Normal | Alert |`. Requests with an expected answer are no measures.
    var levelColumns: [LevelColumn] {
        var columns = header.indices.compactMap { index in
            LevelColumn(called: header[index], index) ?? (index > 0 ? LevelColumn(grading: header[index], index) : nil)
        }
        .risen
        // `| Alert | Warn | Page |`: the first column names the alerts.
        if columns.count > 1, columns[0].index == 0, columns[0].purpose == nil, !statesNumbers(in: 0) {
            columns.removeFirst()
        }
        // Who is woken at a limit is warned, where there is no other warning.
        columns = columns.map { column in
            guard column.level == .critical, column.purpose == nil, header[column.index].mentions(.notify),
                !columns.contains(where: { $0.level == .warning })
            else { return column }
            return LevelColumn(level: .warning, index: column.index, purpose: nil, isGrade: column.isGrade)
        }
        if columns.count == 1, isTime(columns[0], amongWaysBack: false) { return [] }
        guard columns.contains(where: \.isGrade) else { return columns }
        let compared = columns.filter { !$0.isGrade || compares(in: $0.index) || follows($0, columns) }
        // `Rollback | < 5 min` alone is how long that takes.
        let sure = compared.filter {
            $0.purpose == nil || !$0.isGrade || compared.count > 1 || limitsMore(in: $0.index)
        }
        let bound = sure.contains { $0.level != .target }
        // `< 1 % | 1–3 % | > 3 %`
        let isBetween = bound && sure.contains { $0.level == .target }
        return columns.filter { column in
            if sure.contains(where: { $0.index == column.index }) { return true }
            return column.level == .target && bound || column.level == .warning && isBetween
        }
    }

    /// `Target time` beside ways back or tasks says how long they may take, and measures nothing.
    ///
    /// - Parameter amongWaysBack: the table stands under a title that speaks of a rollback.
    func isTime(_ column: LevelColumn, amongWaysBack: Bool) -> Bool {
        let head = header[column.index]
        guard column.purpose == nil,
            head.isCalled(
                [.duration, .time, .recovery],
                with: [.target, .goal, .limit, .amountQualifier, .possessive, .article, .critical, .of])
        else { return false }
        let ways: WordClassSet = [.rollback, .goBack]
        return header.contains { $0.mentions(ways) }
            || rows.contains { row in
                let time = row.cell(column.index)?.statedLimit?.limit.quantity.unit
                return time.map { $0.dimension == .time && $0.scale >= (amongWaysBack ? 1 : 60) } == true
                    || row.cell(0)?.mentions(ways) == true
            }
    }

    /// `| KPI | Goal | Stop |`: bare values in the unit of a column that is called for its level.
    private func follows(_ column: LevelColumn, _ columns: [LevelColumn]) -> Bool {
        guard let called = columns.first(where: { !$0.isGrade }), column.purpose != nil else { return false }
        let takesTime = header[column.index].mentions([.rollback, .goBack])
        var (same, all) = (0, 0)
        for row in rows {
            guard let cell = row.cell(column.index) else { continue }
            all += 1
            guard let mine = cell.statedLimit, mine.tokens.upperBound == cell.tokens.count,
                let other = row.cell(called.index)?.statedLimit,
                other.limit.quantity.unit.isComparable(with: mine.limit.quantity.unit),
                // `| Step | Target | Rollback |` says how long each takes.
                !takesTime || mine.limit.quantity.unit.dimension != .time
            else { continue }
            same += 1
        }
        return all > 0 && same * 2 > all
    }

    /// Whether cells of a column begin with a number.
    private func statesNumbers(in column: Int) -> Bool {
        rows.contains { $0.cell(column)?.statedLimit != nil }
    }

    /// Whether a column limits something that is no length of time.
    private func limitsMore(in column: Int) -> Bool {
        rows.contains { row in
            guard let limit = row.cell(column)?.statedLimit?.limit, limit.comparison != nil else { return false }
            return limit.quantity.unit.dimension != .time
        }
    }

    /// The column headed `Limit` or `Grenzwert` where no head names a level, and its cells compare.
    func limitColumn(_ purpose: LimitPurpose?) -> LevelColumn? {
        let index =
            header.indices.dropFirst().first { index in
                header[index].mentions([.limit, .thresholdNoun]) && compares(in: index)
            } ?? onlyValues
        return index.map { LevelColumn(level: purpose?.level ?? .target, index: $0, purpose: nil, isGrade: true) }
    }

    /// `| Budget | Value |`: the column of values, where no other compares.
    private var onlyValues: Int? {
        let compared = header.indices.filter { compares(in: $0) }
        guard compared.count == 1, compared[0] > 0, header[compared[0]].isCalled([.value], with: []),
            !header[compared[0]].mentions(.when),
            !header.contains(where: { $0.mentions(.current) }), !holdsFields
        else { return nil }
        return compared[0]
    }

    /// `| Duration | 3 days |`, `| Risk | low |`: rows that tell of one phase, where others would be measures.
    private var holdsFields: Bool {
        header.count == 2 && rows.contains { $0.cell(0)?.isCalled([.duration, .schedule, .risk], with: []) ?? false }
    }

    /// Whether most of the numbers in a column are limits.
    func compares(in column: Int) -> Bool {
        var (numbers, limits) = (0, 0)
        for row in rows {
            guard let cell = row.cell(column), cell.mentions(.number) else { continue }
            numbers += 1
            if let limit = cell.statedLimit?.limit, limit.comparison != nil { limits += 1 }
        }
        return limits > 0 && limits * 2 >= numbers
    }
}

extension ReadText {
    /// The level that the first cell of a row stands for where it says nothing else: `Critical`, `🟡`, `Roll back`.
    var gradeLevel: LimitLevel? {
        guard tokens.count <= 3, !mentions(.number) else { return nil }
        guard tokens.contains(where: \.isWord) else { return gradedLevel }
        let levels: WordClassSet = [.critical, .warning, .target, .severe, .fine, .worrying, .unacceptable]
        guard
            isCalled(
                levels.union(TriggerAction.words),
                with: [.severityHead, .level, .limit, .alerting, .raise, .returning, .rollbackLead])
        else { return nil }
        return mentions(TriggerAction.words) || mentions(.severe) ? .critical : limitLevel ?? gradedLevel
    }

    /// The level of limits that a head or a key names, the loudest first.
    var limitLevel: LimitLevel? { classes.limitLevel }

    /// The level that a head stands for by a word or, without any words, by a mark.
    fileprivate var gradedLevel: LimitLevel? {
        if mentions(.unacceptable) { return .critical }
        if mentions([.worrying, .notify, .escalation]) { return .warning }
        if mentions(.fine) || tokens.count == 1 && mentions(.proceed) { return .target }
        guard !tokens.contains(where: { $0.isWord || $0.number != nil }) else { return nil }
        return tokens.lazy.compactMap(\.markedLevel).first
    }

    /// The limit that a cell begins with; what stands before it may only say how much of something: `any > 5 min`.
    var statedLimit: QuantityReader.LimitMatch? {
        guard mentions(.number), let match = quantities.fieldLimit() else { return nil }
        // `95th percentile < 400 ms`
        if quantities.ledLimit(at: 0) != nil { return match }
        var before = tokens[..<match.tokens.lowerBound]
        // `p95 < 400 ms`, `avg: < 2 s`
        if quantities.statistic(at: 0) != nil { before = before.dropFirst().drop { $0.isSign(":") } }
        return before.allSatisfy { $0.isA([.everyone, .negation, .notApplicable, .windowFiller]) } && before.count <= 1
            ? match : nil
    }

    /// Whether a cell says `~ 1 900`: as much as there is, and no limit.
    var isEstimate: Bool {
        tokens.first.map { $0.isSign("~") || $0.isSign("≈") || $0.isA(.about) } ?? false
    }
}

extension Token {
    /// The level that a mark stands for: 🟢, 🟡, 🔴.
    var markedLevel: LimitLevel? {
        switch sign {
        case "🔴", "🛑", "❌", "⛔", "🚨", "🚫", "🟥": .critical
        case "🟡", "🟠", "⚠", "🟨", "🟧": .warning
        case "🟢", "✅", "✔", "🟩", "👍": .target
        default: nil
        }
    }

    /// The level that a word stands for beside a limit: `ok`, `warn`, `critical`.
    var gradedLevel: LimitLevel? {
        isA(.unacceptable) ? .critical : isA(.fine) ? .target : classes.limitLevel ?? (isA(.worrying) ? .warning : nil)
    }
}
