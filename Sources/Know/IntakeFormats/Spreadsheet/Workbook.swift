/// What a workbook says of itself: its sheets and where its parts are.
struct Workbook {
    struct Sheet: Equatable {
        let name: String
        let isVisible: Bool
        /// The file of the archive that holds the cells.
        let part: String
    }

    static let part = "xl/workbook.xml"
    static let relationsPart = "xl/_rels/workbook.xml.rels"

    /// In the order of their tabs, without those that hold no cells but a chart.
    private(set) var sheets: [Sheet] = []
    private(set) var is1904 = false
    private(set) var sharedStringsPart: String?
    private(set) var stylesPart: String?

    init(_ archive: ZipArchive, limit: UnpackingLimit) throws(OrderFileError) {
        let relations = try Self.relations(of: archive, limit: limit)
        sharedStringsPart = relations.values.first { $0.kind == "sharedStrings" }?.part
        stylesPart = relations.values.first { $0.kind == "styles" }?.part
        var xml = XMLScanner(try archive.open(Self.part, limit: limit))
        while true {
            switch try xml.next() {
            case .finish:
                if sheets.isEmpty { throw xml.damaged() }
                return
            case .text, .end: break
            case .start:
                if xml.isNamed("workbookPr") {
                    let flag = xml.string("date1904")
                    is1904 = flag == "1" || flag == "true" || flag == "on"
                } else if xml.isNamed("sheet"), let name = xml.string("name") {
                    guard let relation = xml.string("id").flatMap({ relations[$0] }) else { throw xml.damaged() }
                    let state = xml.string("state") ?? "visible"
                    if relation.kind == "worksheet" {
                        sheets.append(Sheet(name: name, isVisible: state == "visible", part: relation.part))
                    }
                }
            }
        }
    }

    /// The sheet of this name, in any case; without a name the first visible one.
    func sheet(named name: String?, path: String) throws(OrderFileError) -> Sheet {
        let names = sheets.map(\.name)
        guard let name else {
            guard let sheet = sheets.first(where: \.isVisible) else {
                throw .noVisibleSheet(path: path, sheets: names)
            }
            return sheet
        }
        let sameCase = sheets.first { $0.name == name }
        guard let sheet = sameCase ?? sheets.first(where: { $0.name.lowercased() == name.lowercased() }) else {
            throw .noSuchSheet(path: path, sheet: name, sheets: names)
        }
        return sheet
    }

    /// What a relation leads to: the last word of its type, and the file in the archive.
    private struct Relation {
        let kind: String
        let part: String
    }

    private static func relations(
        of archive: ZipArchive, limit: UnpackingLimit
    ) throws(OrderFileError) -> [String: Relation] {
        var relations: [String: Relation] = [:]
        var xml = XMLScanner(try archive.open(relationsPart, limit: limit))
        while true {
            switch try xml.next() {
            case .finish: return relations
            case .text, .end: break
            case .start:
                guard xml.isNamed("Relationship"), let id = xml.string("Id"), let type = xml.string("Type"),
                    let target = xml.string("Target")
                else { continue }
                let kind = type.split(separator: "/").last.map(String.init) ?? type
                relations[id] = Relation(kind: kind, part: part(of: target))
            }
        }
    }

    /// A target counts from the folder `xl`, or from the archive's root.
    private static func part(of target: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        if target.hasPrefix("../") { return String(target.dropFirst(3)) }
        return "xl/" + (target.hasPrefix("./") ? String(target.dropFirst(2)) : target)
    }
}
