/// How much may come out of a compressed file: bombs of a few kilobytes unpack to terabytes.
///
/// Deflate packs at most 1,032 to 1; exports of orders rarely reach 50 to 1. What comes out is judged by the bytes that
/// really came, not by what the file claims.
struct UnpackingLimit {
    /// Always allowed: it takes seconds to read and no memory.
    static let floorBytes: Int64 = 1 << 30
    static let ratio: Int64 = 300

    let bytes: Int64

    init(packedBytes: Int64) {
        let (product, overflow) = packedBytes.multipliedReportingOverflow(by: Self.ratio)
        bytes = overflow ? .max : max(Self.floorBytes, product)
    }

    /// For a workbook inside gzip: it is packed already and hardly becomes smaller once more.
    init(packedWorkbookBytes: Int64) {
        let (product, overflow) = packedWorkbookBytes.multipliedReportingOverflow(by: 50)
        bytes = overflow ? .max : max(256 << 20, product)
    }

    init(bytes: Int64) { self.bytes = bytes }

    func check(_ unpackedBytes: Int64, path: String) throws(OrderFileError) {
        if unpackedBytes > bytes { throw .tooLargeUnpacked(path: path, limitBytes: bytes) }
    }
}
