public import Intake

/// A text file of orders, plain or gzip, in any of the encodings.
public final class TextOrderFile: OrderFile {
    public let name: String

    /// The encoding that readings from now on decode.
    public private(set) var encoding: TextEncoding

    /// Whether the file is compressed.
    public let isGzip: Bool

    /// Characters that the last complete reading could not decode; each became U+FFFD.
    /// Always 0 for UTF-8, which is passed on as it is.
    public private(set) var replacedCharacters: Int64 = 0

    private let file: InputFile
    private let limit: UnpackingLimit
    private let markLength: Int
    private let isEncodingGiven: Bool

    /// How much of the content is looked at before the encoding is chosen.
    static let sampleBytes = 1 << 18

    init(
        _ file: InputFile, isGzip: Bool, limit: UnpackingLimit, sample: ByteBuffer, encoding given: TextEncoding?
    ) throws(OrderFileError) {
        let form = try TextForm(
            sample: sample.bytes, isCut: sample.count == Self.sampleBytes, given: given, path: file.path)
        if sample.count <= form.markLength { throw .empty(path: file.path) }
        name = file.name
        encoding = form.encoding
        markLength = form.markLength
        isEncodingGiven = given != nil
        self.file = file
        self.isGzip = isGzip
        self.limit = limit
    }

    public var totalBytes: Int64? { file.size }

    public var delimiter: UInt8? { nil }

    public func open() -> any ByteSource {
        let content = content()
        switch encoding {
        case .utf8: return content
        case .utf16LittleEndian: return decoded(content, with: UTF16Decoder(isBigEndian: false))
        case .utf16BigEndian: return decoded(content, with: UTF16Decoder(isBigEndian: true))
        case .windows1250: return decoded(content, with: CodePageDecoder(.windows1250))
        case .windows1251: return decoded(content, with: CodePageDecoder(.windows1251))
        case .latin2: return decoded(content, with: CodePageDecoder(.latin2))
        }
    }

    private func content() -> any ContentReader {
        isGzip
            ? GzipReader(file, limit: limit, leavingOut: markLength)
            : FileReader(file, from: Int64(markLength))
    }

    private func decoded(_ content: any ContentReader, with decoder: some TextDecoder) -> any ByteSource {
        DecodingReader(content, with: decoder) { self.replacedCharacters = $0 }
    }

    /// Judges by the whole file; never against a byte order mark or the user's word.
    public func reconsiderEncoding() throws(OrderFileError) -> Bool {
        guard encoding == .utf8, !isEncodingGiven, markLength == 0 else { return false }
        let content = content()
        let buffer = ByteBuffer(capacity: 1 << 18)
        var evidence = ByteEvidence()
        repeat {
            buffer.count = 0
            buffer.count = try content.fill(buffer.free)
            evidence.add(buffer.bytes)
        } while buffer.count > 0
        evidence.finish(isCut: false)
        encoding = EncodingJudge.encoding(by: evidence)
        return encoding != .utf8
    }
}

extension InputFile {
    /// What to call it: the path as given, or `standard input`.
    var name: String { path == Self.standardInputPath ? OrderFiles.standardInputName : path }
}
