// Templates see stored properties only, and look a missing one up in what surrounds it: an optional property must not
// have the name of a property further out. A test holds all templates to that.

/// The page as its template sees it: finished strings alone, escaped by the template unless said otherwise.
struct PageModel {
    let language: String
    let documentTitle: String
    /// The stylesheet, as it is.
    let styles: String
    let contents: String
    let eyebrow: String
    let headline: String
    let introduction: String
    let skip: String
    /// The section that it leads to.
    let skipTarget: String
    let sections: [SectionModel]
    let footer: String
}

/// One question of the shop owner and what answers it.
struct SectionModel {
    /// The anchor.
    let id: String
    /// In the list of contents.
    let shortName: String
    let heading: String
    var lead: String?
    var findings: CardsModel?
    var pulse: CardsModel?
    var sayings: CardsModel?
    var blocks: [BlockModel] = [] {
        didSet { hasBlocks = !blocks.isEmpty }
    }
    private(set) var hasBlocks = false
    var verdict: String?
    var terms: TermsModel?
    var notes: NotesModel?
}

/// Cards beside each other.
struct CardsModel {
    let cards: [CardModel]
    /// A class that keeps the last row from holding a card alone: `even` for two or four, `slim` for five or nine.
    let layout: String

    init(cards: [CardModel]) {
        self.cards = cards
        layout =
            switch cards.count {
            case 2, 4: "even"
            case 5, 9, 10: "slim"
            default: ""
            }
    }
}

/// A card: a figure or a finding, and words.
struct CardModel {
    /// A class: `loss`, `attention`, `good`, or nothing.
    var tone = ""
    var label = ""
    let figure: String
    /// Finished markup.
    var text = ""
    /// What else the figure comes to.
    var beside: String?
    /// Which way it went, with its class and how sure that is.
    var trend: TrendModel?
    /// What to do, or where the figure comes from.
    var note: String?
}

struct TrendModel {
    let direction: String
    let text: String
    /// The two values and their period: the card's own figure is often of all orders.
    let basis: String
    var range: String?
}

/// A sheet in a section: a figure, a table, or the word that there is nothing to show.
struct BlockModel {
    /// A class: `full` for a sheet with a row of its own, or nothing.
    let size: String
    var figure: FigureModel?
    var table: TableModel?
    var empty: EmptyModel?
}

/// A chart with its title, its legend and its data.
struct FigureModel {
    let id: String
    let title: String
    let unit: String
    let legend: [LegendModel]
    let hasLegend: Bool
    /// Finished SVG.
    let wide: String
    /// The same for a phone.
    let narrow: String
    /// A class of the narrow drawing: `drawing` where it is wider than a phone and scrolls there.
    let narrowLook: String
    /// Finished markup.
    var note: String?
    let summary: String
    /// Says on a phone that the table has more columns than it shows.
    let scrollHint: String?
    let data: TableModel
}

struct LegendModel {
    /// The class of the swatch.
    let name: String
    let text: String
}

struct TableModel {
    /// Classes: `wordy` where the last column holds more than a phone shows beside the others, so that it stands under
    /// the row; `pair` where two columns come before it, `costed` where four do.
    let look: String
    let title: String?
    let unit: String?
    /// With that of the names.
    let columnCount: Int
    /// The table's head and body, finished: a page has thousands of cells, and the template engine takes its time over
    /// each.
    let markup: String
    let note: String?

    init(
        look: String = "", title: String? = nil, unit: String? = nil, head: [CellModel], rows: [RowModel],
        note: String? = nil
    ) {
        self.look = look
        self.title = title
        self.unit = unit
        columnCount = head.count
        self.note = note
        markup = TableMarkup.text(head: head, rows: rows)
    }
}

struct EmptyModel {
    let title: String
    let text: String
}

/// Remarks that hold for the whole section.
struct NotesModel {
    let notesTitle: String
    /// Finished markup.
    let remarks: [String]

    init(notesTitle: String, remarks: [String]) {
        self.notesTitle = notesTitle
        self.remarks = remarks.map(OptionMarkup.text)
    }
}

struct TermsModel {
    let termsTitle: String
    let definitions: [DefinitionModel]
}

struct DefinitionModel {
    let term: String
    let text: String
}
