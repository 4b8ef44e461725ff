public import Domain
public import Subscriptions

/// Reads a file of subscriptions: looks at its first rows, decides how it is read, reads all of it, and accounts for every
/// row.
public struct SubscriptionIntake {
    public let file: any OrderFile
    public let recognition: SubscriptionRecognition
    private let look: FirstLook

    /// Looks at the first rows.
    ///
    /// - Throws: `FileFailure` that names the file, with a `RecognitionError`, a `SubscriptionColumnError`, an `IntakeError`
    ///   or what the file throws inside.
    public init(_ file: any OrderFile, options: SubscriptionRecognitionOptions) throws {
        (look, recognition) = try FileFailure.naming(file) {
            let look = try FirstLook(at: file)
            return (look, try SubscriptionRecognition(look.sample, options: options))
        }
        self.file = look.file
    }

    /// Reads all rows.
    ///
    /// - Parameters:
    ///   - options: `asOf` is the day that the table is told at; later starts are ignored. Without it that is the last day on
    ///     which something starts or ends, `today` at the most.
    ///   - today: An end may be known before it comes.
    ///   - progress: Called now and then.
    /// - Throws: `FileFailure`. More rejected rows than allowed are no error here: the caller looks at the accounting.
    public func read(
        options: IntakeOptions, today: Day, progress: ((IntakeProgress) -> Void)? = nil
    ) throws -> SubscriptionResult {
        try FileFailure.naming(file) {
            let planned = PlannedFile(
                file: file, plan: recognition.plan, headerLines: look.headerLines, headerBytes: look.headerBytes,
                isSmall: look.isWhole)
            // What the first rows left open is settled as for orders.
            var reading = FileReading([planned], options: options, progress: nil)
            var pass = 1
            while true {
                let parser = try readAll(reading, options: options, pass: pass, progress)
                guard try reading.revise([parser.yield.evidence]) else {
                    return try finish(parser, reading, options: options, today: today)
                }
                pass += 1
            }
        }
    }

    private func readAll(
        _ reading: FileReading, options: IntakeOptions, pass: Int, _ progress: ((IntakeProgress) -> Void)?
    ) throws -> SubscriptionParser {
        let plan = reading.files[0].plan
        let parser = try SubscriptionParser(recognition, plan: plan, options: options)
        parser.begin(zone: reading.zone, rejectsInvalidText: reading.rejectsInvalidText[0])
        let source = try file.open()
        try FileReading.skip(look.headerBytes, of: source)
        let reader = ChunkReader(source: source, delimiter: plan.delimiter, strict: reading.isStrict[0])
        let chunk = Chunk()
        do {
            while try reader.next(into: chunk) {
                parser.parse(chunk)
                if reading.isStrict[0], parser.metStrayQuote { break }
                progress?(
                    IntakeProgress(
                        file: file.name, bytes: reader.consumedBytes, totalBytes: file.totalBytes,
                        rows: parser.rowsRead,
                        pass: pass))
            }
        } catch is StrayQuote {
            parser.noteStrayQuote()
        }
        parser.endFile()
        return parser
    }

    // MARK: The result

    private func finish(
        _ parser: SubscriptionParser, _ reading: FileReading, options: IntakeOptions, today: Day
    ) throws -> SubscriptionResult {
        var accounting = parser.yield.accounting
        guard accounting.rows > 0 else { throw IntakeError.noRows }
        let currency = try reading.currency(ofRows: parser.yield.currencyRows, canFilter: false)
        let asOf = options.asOf ?? Self.lastDay(of: parser.rows, today: today)
        var table: SubscriptionTable?
        if let asOf {
            let rows = parser.rows.filter { $0.started <= asOf }
            accounting.leaveOut(parser.rows.count - rows.count, as: .afterAsOf)
            if !rows.isEmpty {
                table = try Self.table(rows, parser, currency: currency, asOf: asOf)
            }
        }
        return SubscriptionResult(
            table: table, accounting: accounting,
            rejects: reading.rejectedRows(parser.yield.rejects, chunks: parser.yield.chunks),
            plan: reading.files[0].plan,
            repeatedRows: parser.rows.count - Set(parser.rows).count, convertedRows: parser.yield.convertedRows)
    }

    /// The last day on which something happened; nil without rows. A file whose starts are all to come is told at the first
    /// of them.
    private static func lastDay(of rows: [SubscriptionParser.Row], today: Day) -> Day? {
        let days = rows.flatMap { [$0.started, $0.ended].compactMap { $0 } }
        return days.filter { $0 <= today }.max() ?? rows.map(\.started).min()
    }

    private static func table(
        _ rows: [SubscriptionParser.Row], _ parser: SubscriptionParser, currency: Currency, asOf: Day
    ) throws -> SubscriptionTable {
        let subscriptions = try rows.map { row in
            let monthly = row.amountPeriod.monthlyMinorUnits(
                ofMillionths: row.millionths, minorDigits: currency.minorDigits)
            guard let monthly else { throw IntakeError.amountsTooLarge }
            return Subscription(
                customer: row.customer, plan: row.plan, started: row.started, ended: row.ended, monthly: monthly,
                hasPrice: row.hasPrice, period: row.period, reason: row.reason)
        }
        do throws(SubscriptionTable.Problem) {
            return try SubscriptionTable(
                subscriptions, plans: parser.plans.texts, reasons: parser.reasons.texts, currency: currency, asOf: asOf)
        } catch .amountsTooLarge {
            throw IntakeError.amountsTooLarge
        }
    }
}

/// What came of reading a file of subscriptions.
public struct SubscriptionResult: Sendable {
    /// nil where no row was accepted.
    public let table: SubscriptionTable?
    public let accounting: Accounting
    /// Rejected rows in file order; all of them, or examples of each reason.
    public let rejects: [RejectedRow]
    /// How the file was read in the end.
    public let plan: OrderFilePlan
    /// Accepted rows that say the same as another in every column that is read.
    public let repeatedRows: Int
    /// Accepted rows by the currency that they were brought out of.
    public let convertedRows: [String: Int]
}
