extension UnsupportedKind {
    /// What a ZIP archive without a readable workbook is, by the files in it.
    init(_ archive: ZipArchive) {
        if archive.contains("xl/workbook.bin") {
            self = .binaryExcel
        } else if archive.contains("Index/Document.iwa") || archive.contains("Index.zip") {
            self = .numbers
        } else if archive.contains("word/document.xml") || archive.contains("ppt/presentation.xml") {
            self = .officeDocument
        } else if archive.contains("content.xml"), archive.contains("META-INF/manifest.xml") {
            self = .openDocument
        } else {
            self = .zipArchive
        }
    }

    /// Tells a workbook with a password, which is encrypted inside a compound file, from an old workbook.
    ///
    /// The header of a compound file names the size of a sector and the first one of the directory ([MS-CFB], § 2.2);
    /// the directory lists the streams by name.
    init(compoundFile file: InputFile) throws(OrderFileError) {
        self = .oldExcel
        let header = ByteBuffer(capacity: 512)
        header.count = try file.read(into: header.free, at: 0)
        guard header.count == 512 else { return }
        let shift = UInt16(littleEndian: header.bytes.loadUnaligned(fromByteOffset: 30, as: UInt16.self))
        let sector = UInt32(littleEndian: header.bytes.loadUnaligned(fromByteOffset: 48, as: UInt32.self))
        guard shift == 9 || shift == 12 else { return }
        let directory = ByteBuffer(capacity: 4_096)
        directory.count = try file.read(into: directory.free, at: (Int64(sector) + 1) << Int64(shift))
        let name = "EncryptedPackage".utf8.flatMap { [$0, 0 as UInt8] }
        if directory.bytes.firstOffset(of: name) != nil { self = .protectedExcel }
    }
}
