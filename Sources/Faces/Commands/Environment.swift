#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The variables that the process was started with, asked for one by one: Foundation would copy them all.
enum Environment {
    static func value(of name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
