package import Foundation

/// The offsets of one time zone from UTC, as a table that is searched without Foundation.
package struct ZoneTable: Sendable {
    /// From `starts[i]` on (seconds since 1970) the clocks are `offsets[i]` seconds ahead of UTC.
    private let starts: [Int64]
    private let offsets: [Int64]

    /// No offset at all.
    static let utc = ZoneTable(.gmt)

    /// The zone's rules from 1970 to 2100.
    package init(_ zone: TimeZone) {
        var starts: [Int64] = [.min]
        var date = Date(timeIntervalSince1970: 0)
        var offsets = [Int64(zone.secondsFromGMT(for: date))]
        let end = Date(timeIntervalSince1970: 4_102_444_800)
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date, next < end {
            starts.append(Int64(next.timeIntervalSince1970))
            offsets.append(Int64(zone.secondsFromGMT(for: next)))
            date = next
        }
        self.starts = starts
        self.offsets = offsets
    }

    /// Seconds ahead of UTC at this instant.
    @inline(__always)
    package func offset(at seconds: Int64) -> Int64 {
        if starts.count == 1 { return offsets[0] }
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= seconds { low = middle } else { high = middle }
        }
        return offsets[low]
    }
}
