/// One place along the foot of a chart: what it is called, and the larger thing it is part of (a month's year).
struct AxisLabel: Hashable, Sendable {
    let text: String
    let group: String?

    init(_ text: String, group: String? = nil) {
        self.text = text
        self.group = group
    }
}

/// Decides which labels are written under a row of columns, so that no two touch however many there are.
struct CategoryAxis: Sendable {
    /// A label that is written, at the centre of its column.
    struct Mark: Hashable, Sendable {
        let index: Int
        let text: String
        /// Stands in the second line.
        let group: String?
    }

    let marks: [Mark]

    /// How many lines of text are needed: 0, 1 or 2.
    var lines: Int { marks.isEmpty ? 0 : marks.contains { $0.group != nil } ? 2 : 1 }

    private static let gap = 8.0

    /// - Parameter step: The room from one column's centre to the next.
    init(_ labels: [AxisLabel], step: Double) {
        let widest = TextMetrics.widest(labels.map(\.text)) + Self.gap
        let strides = labels.contains { $0.group != nil } ? [1, 2, 3, 4, 6] : Self.decimalStrides
        if let stride = strides.first(where: { Double($0) * step >= widest }) {
            marks = Self.grouped(labels, stride: stride, step: step)
        } else {
            marks = Self.groupsOnly(labels, step: step)
        }
    }

    private static let decimalStrides = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]

    /// Every `stride`-th label, with its group beneath wherever the group is new and has room.
    private static func grouped(_ labels: [AxisLabel], stride: Int, step: Double) -> [Mark] {
        // Strides count from where a group begins, so that each year shows the same months.
        let anchor = labels.indices.dropFirst().first { labels[$0].group != labels[$0 - 1].group } ?? 0
        var shown: String?
        var freeFrom = -Double.infinity
        return labels.indices.filter { ($0 - anchor) % stride == 0 }.map { index in
            var group: String?
            if let name = labels[index].group, name != shown {
                let half = TextMetrics.width(name) / 2
                let center = Double(index) * step
                if center - half >= freeFrom {
                    group = name
                    shown = name
                    freeFrom = center + half + gap
                }
            }
            return Mark(index: index, text: labels[index].text, group: group)
        }
    }

    /// Too many labels for any stride: the groups take the first line alone.
    private static func groupsOnly(_ labels: [AxisLabel], step: Double) -> [Mark] {
        var freeFrom = -Double.infinity
        var marks: [Mark] = []
        for index in labels.indices {
            guard let name = labels[index].group, index == 0 || labels[index - 1].group != name else { continue }
            let half = TextMetrics.width(name) / 2
            let center = Double(index) * step
            guard center - half >= freeFrom else { continue }
            marks.append(Mark(index: index, text: name, group: nil))
            freeFrom = center + half + gap
        }
        return marks
    }
}
