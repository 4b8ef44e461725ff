/// A connection URI of PostgreSQL, taken apart as far as it takes to find its passwords.
///
///     postgresql://user:password@host:5432,host2/database?sslmode=require
///
/// Source: PostgreSQL's documentation, “libpq – C Library”, section “Connection URIs”.
struct ServerAddress {
    private let scheme: Substring
    private let userinfo: Substring?
    /// Hosts with their ports, and the path.
    private let place: Substring
    private let parameters: [Substring]

    /// nil where a text has another shape, or where a password could be hidden in another part.
    init?(_ text: String) {
        guard let scheme = ["postgres://", "postgresql://"].first(where: text.hasPrefix) else { return nil }
        self.scheme = text.prefix(scheme.count)
        let rest = text.dropFirst(scheme.count)
        // A second `@`, or one after the hosts, is part of a password that is not encoded.
        let parts = rest.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count <= 2, !rest.contains("#"), let hosts = parts.last else { return nil }
        userinfo = parts.count == 2 ? parts[0] : nil
        if let userinfo, userinfo.contains(where: { $0 == "/" || $0 == "?" }) { return nil }
        let halves = hosts.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        place = halves[0]
        parameters = halves.count == 2 ? halves[1].split(separator: "&", omittingEmptySubsequences: false) : []
        let authority = place.prefix { $0 != "/" }
        guard authority.split(separator: ",").allSatisfy(Self.isHost) else { return nil }
        guard parameters.allSatisfy({ $0.contains("=") }) else { return nil }
    }

    /// `localhost`, `[::1]:5432`; `user:secret`, whose `@host` is missing, is none.
    private static func isHost(_ text: Substring) -> Bool {
        var port: Substring?
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return false }
            let after = text[text.index(after: end)...]
            guard after.isEmpty || after.hasPrefix(":") else { return false }
            port = after.isEmpty ? nil : after.dropFirst()
        } else {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count <= 2 else { return false }
            port = parts.count == 2 ? parts[1] : nil
        }
        guard let port else { return true }
        return port.utf8.allSatisfy { (0x30...0x39).contains($0) } && (UInt16(port) ?? 0) > 0
    }

    /// The address with a mask in the place of passwords.
    var masked: String {
        var text = String(scheme)
        if let userinfo {
            let user = userinfo.prefix { $0 != ":" }
            text += user.count < userinfo.count ? user + ":" + Secret.mask : user
            text += "@"
        }
        text += place
        if !parameters.isEmpty { text += "?" + parameters.map(Self.masked).joined(separator: "&") }
        return text
    }

    /// `password=…` and `sslpassword=…`; a name may be percent-encoded too, and then its value is masked unseen.
    private static func masked(_ parameter: Substring) -> String {
        let name = parameter.prefix { $0 != "=" }
        let mayBePassword = name.lowercased().hasSuffix("password") || name.contains("%")
        return mayBePassword ? name + "=" + Secret.mask : String(parameter)
    }
}
