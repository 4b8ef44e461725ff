import Foundation

/// How much a test does: debug builds, which the sanitizer needs, are fifty times slower and do a part.
public enum Effort {
    #if DEBUG
        public static let isDebug = true
    #else
        public static let isDebug = false
    #endif

    /// Asked for by `make soak`.
    public static let isSoak = ProcessInfo.processInfo.environment["PERENNIAL_SOAK"] != nil

    public static func seeds(_ count: Int, soak: Int? = nil, debug: Int) -> Range<UInt64> {
        0..<UInt64(isDebug ? debug : isSoak ? soak ?? count : count)
    }
}
