import Domain

// What the first rows left open is settled by the whole files.
extension FileReading {
    /// Takes the whole files' word on what their first rows left open; true when they must be read again.
    mutating func revise(_ evidence: [RowYield.Evidence]) throws -> Bool {
        var isRevised = false
        for (number, found) in evidence.enumerated() {
            if found.metStrayQuote, isStrict[number] {
                isStrict[number] = false
                isRevised = true
                continue
            }
            if found.metInvalidText, !rejectsInvalidText[number] {
                // One second thought is all a file gets: then what is no text is rejected row by row.
                rejectsInvalidText[number] =
                    try wasReconsidered[number]
                    || !FileFailure.naming(files[number].file) { try files[number].file.reconsiderEncoding() }
                wasReconsidered[number] = true
                isRevised = true
                continue
            }
            try FileFailure.naming(files[number].file) {
                let newDates = try reviseDates(number, found)
                let newAmounts = try reviseAmounts(number, found)
                let newCosts = reviseCosts(number, found)
                if newDates || newAmounts || newCosts { isRevised = true } else { try checkCurrencies(number, found) }
            }
        }
        return isRevised
    }

    private mutating func reviseDates(_ number: Int, _ found: RowYield.Evidence) throws -> Bool {
        let plan = files[number].plan
        if let format = plan.dateFormat {
            // Below the first rows days and months stand the other way round: the whole column is to say how often.
            let others =
                switch format {
                case .dayMonthYear: found.onlyMonthFirst
                case .monthDayYear: found.onlyDayFirst
                default: 0
                }
            guard others > 0, !plan.dateFormatIsGiven else { return try revisePoints(number, found) }
            files[number].plan.dateFormat = nil
            return true
        }
        let column = name(of: .date, in: number)
        switch (found.onlyDayFirst > 0, found.onlyMonthFirst > 0) {
        case (true, true):
            throw IntakeError.contradictoryDates(
                column: column, dayFirst: found.onlyDayFirst, monthFirst: found.onlyMonthFirst)
        case (true, false):
            files[number].plan.dateFormat = .dayMonthYear
            return true
        case (false, true):
            files[number].plan.dateFormat = .monthDayYear
            _ = try revisePoints(number, found)
            return true
        case (false, false):
            // The first rows had no date at all, and those below are written in another way.
            if let format = DateInference.format(of: found.unreadDates) {
                files[number].plan.dateFormat = format
                return true
            }
            guard found.ambiguousDates == 0 else {
                throw IntakeError.ambiguousDates(column: column, example: found.ambiguousDate ?? "")
            }
            return false
        }
    }

    /// Dates with points have the day first wherever they are usual, so among month-first dates they are read only
    /// where one of them can be nothing else.
    private mutating func revisePoints(_ number: Int, _ found: RowYield.Evidence) throws -> Bool {
        let plan = files[number].plan
        guard plan.dateFormat == .monthDayYear, !plan.pointsAreMonthFirst, found.pointedDates > 0 else { return false }
        if found.pointedMonthFirst > 0 {
            files[number].plan.pointsAreMonthFirst = true
            return true
        }
        // Where the user said that the month comes first, they are rejected, as others that do not fit are.
        if plan.dateFormatIsGiven { return false }
        throw IntakeError.datesWithPoints(
            column: name(of: .date, in: number), example: found.pointedDate ?? "", dates: found.pointedDates)
    }

    private mutating func reviseAmounts(_ number: Int, _ found: RowYield.Evidence) throws -> Bool {
        let plan = files[number].plan
        if plan.decimalMark != nil {
            guard !plan.decimalMarkIsSettled, isMarkDoubtful(plan, found) else { return false }
            files[number].plan.decimalMark = nil
            return true
        }
        let column = name(of: .amount, in: number)
        let votes = DecimalMarkInference.Votes(points: found.onlyPoint, commas: found.onlyComma)
        if votes.isSilent {
            guard found.ambiguousAmounts == 0 else {
                throw IntakeError.ambiguousAmounts(column: column, example: found.ambiguousAmount ?? "")
            }
            return false
        }
        guard let mark = votes.mark else {
            throw IntakeError.contradictoryAmounts(column: column, comma: found.onlyComma, point: found.onlyPoint)
        }
        files[number].plan.decimalMark = mark
        files[number].plan.decimalMarkIsSettled = true
        return true
    }

    /// Whether more rows than a slip in twenty have the other mark: then the whole file is asked for both. Amounts are
    /// told apart by their marks, so a slip is rejected and makes no other amount doubtful, as a date would.
    private func isMarkDoubtful(_ plan: OrderFilePlan, _ found: RowYield.Evidence) -> Bool {
        Double(found.otherMarkRows) * 19 > Double(found.acceptedRows) * plan.markedShare
    }

    /// A column of costs has the sign that most of it has: its first rows may be blank, or of another hand.
    private mutating func reviseCosts(_ number: Int, _ found: RowYield.Evidence) -> Bool {
        let plan = files[number].plan
        var negative = plan.negativeCosts
        costSigns[number] = []
        for (role, var signs) in zip(RowLayout.Extras(for: files.map(\.plan)).costRoles, found.costSigns) {
            guard let column = plan.columns[role] else { continue }
            if signs.above + signs.below > 0 {
                if signs.saysNegative { negative.insert(role) } else { negative.remove(role) }
            }
            signs.column = plan.header[column]
            signs.isNegative = negative.contains(role)
            signs.isRevised = signs.isNegative != negativeAtFirst[number].contains(role)
            costSigns[number].append(signs)
        }
        files[number].plan.negativeCosts = negative
        return negative != plan.negativeCosts
    }

    /// Where most rows name two currencies, one of the two is wrong everywhere, and only the user knows which.
    private func checkCurrencies(_ number: Int, _ found: RowYield.Evidence) throws {
        let rows = found.contradictedCurrencies.values.reduce(0, +)
        guard rows > found.acceptedRows else { return }
        let pairs = found.contradictedCurrencies.sorted {
            ($1.value, $0.key.named, $0.key.written) < ($0.value, $1.key.named, $1.key.written)
        }
        guard let most = pairs.first?.key else { return }
        throw IntakeError.contradictoryCurrencies(
            column: name(of: .currency, in: number), named: most.named, written: most.written, rows: rows)
    }

    func name(of role: ColumnRole, in number: Int) -> String {
        let plan = files[number].plan
        var column = plan.columns[role]
        if role == .amount {
            switch plan.amount {
            case .column(let amount, _): column = amount
            case .product(_, let unitPrice): column = unitPrice
            }
        }
        return column.map { plan.header[$0] } ?? role.rawValue
    }

    /// Rows of orders whose other rows must be looked for: first all rows are asked, then judged by the answers.
    mutating func askForVerdicts(_ parsers: [RowParser]) -> Bool {
        switch verdicts {
        case .open:
            let orders = Set(parsers.lazy.flatMap(\.yield.undecidedOrders))
            guard !orders.isEmpty else { return false }
            verdicts = .asked(orders)
        case .asked:
            verdicts = .known(
                parsers.map(\.yield.verdicts).reduce(into: [:]) { all, found in
                    for (order, verdict) in found { all[order, default: OrderVerdict()].merge(verdict) }
                })
        case .known: return false
        }
        return true
    }

    /// More values than codes: the first in the files have them, however workers share the reading.
    mutating func fixDimensions(_ parsers: [RowParser], _ extras: RowLayout.Extras) -> Bool {
        var isNew = false
        for (place, dimension) in extras.dimensions.enumerated() where dimensionValues[dimension] == nil {
            let met = parsers.map { ($0.yield.dimensionValues[place], $0.yield.dimensionPlaces[place]) }
            guard let values = FirstValues.beyondLimit(met) else { continue }
            dimensionValues[dimension] = values
            isNew = true
        }
        return isNew
    }
}

extension RowYield.Evidence {
    /// Adds what another worker saw.
    mutating func add(_ other: Self) {
        onlyDayFirst += other.onlyDayFirst
        onlyMonthFirst += other.onlyMonthFirst
        ambiguousDates += other.ambiguousDates
        onlyComma += other.onlyComma
        onlyPoint += other.onlyPoint
        ambiguousAmounts += other.ambiguousAmounts
        otherMarkRows += other.otherMarkRows
        ambiguousDate = ambiguousDate ?? other.ambiguousDate
        pointedDates += other.pointedDates
        pointedDate = pointedDate ?? other.pointedDate
        pointedMonthFirst += other.pointedMonthFirst
        unreadDates += other.unreadDates
        ambiguousAmount = ambiguousAmount ?? other.ambiguousAmount
        contradictedCurrencies.merge(other.contradictedCurrencies, uniquingKeysWith: +)
        acceptedRows += other.acceptedRows
        for (number, signs) in other.costSigns.enumerated() {
            if number < costSigns.count { costSigns[number].add(signs) } else { costSigns.append(signs) }
        }
        metStrayQuote = metStrayQuote || other.metStrayQuote
        metInvalidText = metInvalidText || other.metInvalidText
    }
}
