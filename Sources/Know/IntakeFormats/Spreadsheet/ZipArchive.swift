import CZip

/// A ZIP archive read through an `InputFile`, so that what comes by a pipe works like a file.
final class ZipArchive {
    let file: InputFile
    private let handle: OpaquePointer
    private let input: ZipInput

    /// Throws `damagedSpreadsheet` when the table of contents cannot be read.
    init(_ file: InputFile) throws(OrderFileError) {
        self.file = file
        input = ZipInput(file)
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = input.makeSource(&error) else { throw .readFailed(path: file.path, code: error.sys_err) }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            if let failure = input.failure { throw failure }
            throw file.cause(of: .damagedSpreadsheet(path: file.path, part: nil, row: nil))
        }
        self.handle = handle
    }

    deinit { zip_discard(handle) }

    /// How far the raw file has been read.
    var offset: Int64 { input.offset }

    func contains(_ name: String) -> Bool { zip_name_locate(handle, name, ZIP_FL_NOCASE) >= 0 }

    /// Starts to read a part. Its reader keeps the archive open.
    func open(_ name: String, limit: UnpackingLimit) throws(OrderFileError) -> ZipEntryReader {
        let index = zip_name_locate(handle, name, ZIP_FL_NOCASE)
        guard index >= 0 else { throw .damagedSpreadsheet(path: file.path, part: name, row: nil) }
        guard let entry = zip_fopen_index(handle, UInt64(index), 0) else {
            let code = zip_error_code_zip(zip_get_error(handle))
            if code == ZIP_ER_NOPASSWD { throw .unsupported(path: file.path, kind: .protectedExcel) }
            throw failure(part: name)
        }
        return ZipEntryReader(self, entry: entry, part: name, limit: limit)
    }

    /// Why reading `part` failed: the file itself could not be read, or what it holds is damaged.
    func failure(part: String?, row: Int? = nil) -> OrderFileError {
        input.failure ?? .damagedSpreadsheet(path: file.path, part: part, row: row)
    }
}
