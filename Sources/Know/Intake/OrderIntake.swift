import Dispatch

/// Reads files of orders: looks at the first rows, decides how each file is read, reads all of it, and accounts for
/// every row.
public struct OrderIntake {
    /// What was recognised in one file, before its rows are read.
    public struct RecognisedFile {
        public let file: any OrderFile
        public let recognition: Recognition
        let headerLines: Int
        let headerBytes: Int
        /// Whether the first look took in all of the file.
        let isWhole: Bool
    }

    /// In the order given.
    public let files: [RecognisedFile]

    /// Begins to make the vocabularies that files are recognised by, and returns at once: who still has other things
    /// to do need not wait for them later.
    public static func prepare() { DispatchQueue.global().async { ColumnVocabulary.prepare() } }

    /// Looks at the first rows of each file.
    ///
    /// - Throws: `FileFailure` that names the file, with a `RecognitionError`, an `IntakeError` or what the file
    ///   throws inside.
    public init(_ files: [any OrderFile], options: RecognitionOptions = RecognitionOptions()) throws {
        self.files = try files.map { file in
            try FileFailure.naming(file) { try Self.recognise(file, options: options) }
        }
    }

    private static func recognise(_ file: any OrderFile, options: RecognitionOptions) throws -> RecognisedFile {
        let look = try FirstLook(at: file)
        return RecognisedFile(
            file: look.file, recognition: try Intake.recognise(look.sample, options: options),
            headerLines: look.headerLines, headerBytes: look.headerBytes, isWhole: look.isWhole)
    }

    /// Reads all rows.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `FileFailure` or `IntakeError`. More rejected rows than allowed are no error here: the caller looks
    ///   at the accounting.
    public func read(
        options: IntakeOptions, progress: (@Sendable (IntakeProgress) -> Void)? = nil
    ) throws -> IntakeResult {
        try read(options: options, chunkSize: Chunk.usualSize, progress: progress)
    }

    /// Reads all rows and keeps the documents that they make, which are handed over when the caller has looked at what
    /// became of the rows.
    ///
    /// - Parameters:
    ///   - spool: Keeps what the rows say beyond the ledger until the documents are put together.
    ///   - progress: Called now and then, from any thread.
    /// - Throws: What `read(options:progress:)` throws, or the spool.
    public func readDocuments(
        options: IntakeOptions, spool: any RowSpool = MemorySpool(),
        progress: (@Sendable (IntakeProgress) -> Void)? = nil
    ) throws -> ReadDocuments {
        var reading = fileReading(options, chunkSize: Chunk.usualSize, spool: spool, progress: progress)
        return try reading.readDocuments()
    }

    /// Reads all rows in chunks of about `chunkSize` bytes.
    func read(
        options: IntakeOptions, chunkSize: Int, progress: (@Sendable (IntakeProgress) -> Void)? = nil
    ) throws -> IntakeResult {
        var reading = fileReading(options, chunkSize: chunkSize, spool: nil, progress: progress)
        return try reading.read()
    }

    private func fileReading(
        _ options: IntakeOptions, chunkSize: Int, spool: (any RowSpool)?,
        progress: (@Sendable (IntakeProgress) -> Void)?
    ) -> FileReading {
        let planned = files.map {
            PlannedFile(
                file: $0.file, plan: $0.recognition.plan, headerLines: $0.headerLines, headerBytes: $0.headerBytes,
                isSmall: $0.isWhole)
        }
        return FileReading(planned, options: options, chunkSize: chunkSize, spool: spool, progress: progress)
    }
}

/// What went wrong, and in which file.
public struct FileFailure: Error {
    public let file: String
    public let reason: any Error

    /// Runs `body` and puts the file's name to whatever it throws.
    static func naming<Result>(_ file: any OrderFile, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let failure as FileFailure {
            throw failure
        } catch {
            throw FileFailure(file: file.name, reason: error)
        }
    }
}
