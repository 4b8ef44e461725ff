/// The variables of the environment that configure Perennial: all that begin with `PERENNIAL_`.
enum SettingVariables {
    static let prefix = "PERENNIAL_"
    /// Names the configuration file.
    static let file = "PERENNIAL_CONFIG"

    /// Every variable that says something to the program, in the order of the settings.
    static let known: [String] = [file] + Setting.all.flatMap { [$0.variable] + [$0.fileVariable].compactMap(\.self) }

    /// Whether a variable with our prefix means something to others, though nothing to the program.
    static func isOfOthers(_ name: String, value: String) -> Bool {
        ofDevelopers.contains(name) || isOfOrchestrator(name.dropFirst(prefix.count), value: value)
    }

    /// Those of the build and of its tests, which whoever works on the sources may have set.
    private static let ofDevelopers: Set<String> = [
        "PERENNIAL_KERNELS", "PERENNIAL_STRICT", "PERENNIAL_SOAK", "PERENNIAL_TEST_POSTGRESQL",
        "PERENNIAL_POSTGRESQL_OPTIONS",
    ]

    /// Kubernetes, and links of Docker, tell every container where a service called “perennial” is, in variables such as
    /// `PERENNIAL_SERVICE_HOST` and `PERENNIAL_PORT=tcp://10.0.0.7:8080`.
    private static func isOfOrchestrator(_ name: Substring, value: String) -> Bool {
        if name.hasSuffix("SERVICE_HOST") || name.contains("SERVICE_PORT") { return true }
        let isAddress = ["tcp://", "udp://", "sctp://"].contains(where: value.hasPrefix)
        if isAddress, name.hasSuffix("PORT") || name.contains("PORT_") { return true }
        return ["_TCP", "_UDP", "_SCTP"].contains { name.contains("PORT_") && name.contains($0) }
    }
}
