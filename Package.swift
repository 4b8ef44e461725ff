// swift-tools-version: 6.2
import PackageDescription

/// `PERENNIAL_KERNELS=1` builds alone what needs no other package, with its tests: the kernels and, with the system's zlib
/// and libzip, the file formats. That is what runs under the address sanitizer.
let kernelsOnly = Context.environment["PERENNIAL_KERNELS"] == "1"

/// `PERENNIAL_STRICT=1` makes every warning of our own targets an error: so it builds before a change lands. Elsewhere a
/// newer compiler's new warning stops nobody.
let isStrict = Context.environment["PERENNIAL_STRICT"] == "1"

let settings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

let cSettings: [CSetting] = isStrict ? [.treatAllWarnings(as: .error)] : []

var targets: [Target] = [
    // Core
    .target(name: "Domain", path: "Sources/Core/Domain", swiftSettings: settings),
    .target(name: "Database", dependencies: ["Domain"], path: "Sources/Core/Database", swiftSettings: settings),
    .target(name: "Schema", dependencies: ["Database"], path: "Sources/Core/Schema", swiftSettings: settings),
    .target(name: "Waiting", dependencies: ["Domain"], path: "Sources/Core/Waiting", swiftSettings: settings),
    .target(
        name: "Timeline", dependencies: ["Domain", "Database", "Waiting"], path: "Sources/Core/Timeline",
        swiftSettings: settings),
    .target(
        name: "Jobs", dependencies: ["Domain", "Database", "Waiting"], path: "Sources/Core/Jobs",
        swiftSettings: settings),
    .target(
        name: "DatabasePostgreSQL", dependencies: ["Database"], path: "Sources/Core/DatabasePostgreSQL",
        swiftSettings: settings),

    // Know: the pure kernels
    .target(name: "Ledger", dependencies: ["Domain"], path: "Sources/Know/Ledger", swiftSettings: settings),
    .target(
        name: "Metrics", dependencies: ["Domain", "Ledger"], path: "Sources/Know/Metrics", swiftSettings: settings),
    .target(name: "CStructure", path: "Sources/Core/CStructure", cSettings: cSettings),
    .target(name: "LifetimeValue", path: "Sources/Know/LifetimeValue", swiftSettings: settings),
    .target(
        name: "Forecast", dependencies: ["Domain", "Ledger", "Metrics", "LifetimeValue"],
        path: "Sources/Know/Forecast", swiftSettings: settings),
    .target(
        name: "Subscriptions", dependencies: ["Domain", "LifetimeValue"], path: "Sources/Know/Subscriptions",
        swiftSettings: settings),
    .target(
        name: "Intake", dependencies: ["CStructure", "Domain", "Ledger", "Subscriptions"],
        path: "Sources/Know/Intake", swiftSettings: settings),

    // Know: what is kept
    .target(
        name: "Customers", dependencies: ["Domain", "Database", "Schema", "Timeline", "Ledger", "Intake"],
        path: "Sources/Know/Customers", swiftSettings: settings),

    // Know: where the kernels meet files
    .systemLibrary(
        name: "CZlib", path: "Sources/Core/CZlib", pkgConfig: "zlib",
        providers: [.apt(["zlib1g-dev"]), .yum(["zlib-devel"])]),
    .systemLibrary(
        name: "CZip", path: "Sources/Core/CZip", pkgConfig: "libzip",
        providers: [.apt(["libzip-dev"]), .yum(["libzip-devel"]), .brew(["libzip"])]),
    .target(
        name: "IntakeFormats", dependencies: ["Domain", "Intake", "CZlib", "CZip"],
        path: "Sources/Know/IntakeFormats",
        swiftSettings: settings),

    // Tests of the kernels, and of the driver, which needs no other package either
    .target(
        name: "TestSupport", dependencies: ["Domain", "Ledger", "Waiting"], path: "Tests/TestSupport",
        swiftSettings: settings),
    // The embedded engine comes with another package.
    .target(
        name: "DatabaseTestSupport",
        dependencies: ["Database", "DatabasePostgreSQL", "Domain", "Schema", "TestSupport"]
            + (kernelsOnly ? [] : ["DatabaseSQLite"]),
        path: "Tests/DatabaseTestSupport", exclude: kernelsOnly ? ["TestDatabase.swift"] : [], swiftSettings: settings),
    .testTarget(
        name: "DatabasePostgreSQLTests",
        dependencies: ["Database", "DatabasePostgreSQL", "DatabaseTestSupport", "TestSupport"],
        swiftSettings: settings),
    .testTarget(name: "WaitingTests", dependencies: ["Domain", "Waiting", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "DomainTests", dependencies: ["Domain", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "LedgerTests", dependencies: ["Ledger", "TestSupport"], swiftSettings: settings),
    .testTarget(
        name: "MetricsTests", dependencies: ["Metrics", "Ledger", "TestSupport"], resources: [.copy("References")],
        swiftSettings: settings),
    .testTarget(
        name: "LifetimeValueTests", dependencies: ["LifetimeValue", "TestSupport"], resources: [.copy("References")],
        swiftSettings: settings),
    .testTarget(
        name: "ForecastTests", dependencies: ["Forecast", "LifetimeValue", "Ledger", "Metrics", "TestSupport"],
        resources: [.copy("References")], swiftSettings: settings),
    .testTarget(
        name: "SubscriptionsTests", dependencies: ["Domain", "Subscriptions", "LifetimeValue", "TestSupport"],
        swiftSettings: settings),
    .testTarget(
        name: "IntakeTests", dependencies: ["CStructure", "Intake", "Subscriptions", "TestSupport"],
        swiftSettings: settings),
    .testTarget(
        name: "IntakeFormatsTests", dependencies: ["IntakeFormats", "Intake", "TestSupport"],
        resources: [.copy("Fixtures")], swiftSettings: settings),
]

if !kernelsOnly {
    targets += [
        // Core
        .target(
            name: "DatabaseSQLite", dependencies: ["Database", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Sources/Core/DatabaseSQLite", swiftSettings: settings),
        .target(
            name: "Settings",
            dependencies: ["Domain", .product(name: "Configuration", package: "swift-configuration")],
            path: "Sources/Core/Settings", swiftSettings: settings),

        // Tests of what is kept
        .testTarget(
            name: "TimelineTests",
            dependencies: ["Timeline", "Database", "DatabaseTestSupport", "Domain", "TestSupport", "Waiting"],
            swiftSettings: settings),
        .testTarget(
            name: "JobsTests",
            dependencies: ["Jobs", "Database", "DatabaseTestSupport", "Domain", "TestSupport", "Waiting"],
            resources: [.copy("References")], swiftSettings: settings),

        // Faces
        .target(
            name: "Report",
            dependencies: [
                "Domain", "Ledger", "Metrics", "LifetimeValue", "Forecast", "Subscriptions", "Intake",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            path: "Sources/Faces/Report", swiftSettings: settings),
        .target(
            name: "Commands",
            dependencies: [
                "Domain", "Ledger", "Metrics", "LifetimeValue", "Forecast", "Subscriptions", "Intake",
                "IntakeFormats", "Report", "Settings", "Customers", "Database", "DatabaseSQLite",
                "DatabasePostgreSQL", "Schema",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Faces/Commands", swiftSettings: settings),
        .executableTarget(
            name: "Perennial",
            dependencies: ["Commands", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Sources/Faces/Perennial", swiftSettings: settings),

        .testTarget(
            name: "CustomersTests",
            dependencies: [
                "Customers", "Database", "DatabaseTestSupport", "Schema", "Intake", "Ledger", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "SettingsTests", dependencies: ["Domain", "Settings", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "ReportTests", dependencies: ["Report", "TestSupport"], resources: [.copy("Golden")],
            swiftSettings: settings),
        // Bytes allocated are counted in a program of its own, whose allocator counts; the sanitizer has its own.
        .target(name: "CAllocationCount", path: "Tests/CAllocationCount", cSettings: cSettings),
        .executableTarget(
            name: "AllocationProbe", dependencies: ["CAllocationCount", "Domain", "Intake", "Ledger", "Metrics"],
            path: "Tests/AllocationProbe", swiftSettings: settings),
        .testTarget(name: "AllocationTests", swiftSettings: settings),
        .testTarget(
            name: "CommandsTests", dependencies: ["Commands", "Settings", "TestSupport"],
            resources: [.copy("Golden"), .copy("Data")], swiftSettings: settings),
    ]
}

let package = Package(
    name: "perennial",
    platforms: [.macOS(.v15)],
    products: kernelsOnly
        ? []
        : [
            .executable(name: "perennial", targets: ["Perennial"]),
            .library(name: "Ledger", targets: ["Domain", "Ledger"]),
            .library(name: "Metrics", targets: ["Metrics"]),
            .library(name: "LifetimeValue", targets: ["LifetimeValue"]),
            .library(name: "Forecast", targets: ["Forecast"]),
            .library(name: "Subscriptions", targets: ["Subscriptions"]),
            .library(name: "Intake", targets: ["Intake", "IntakeFormats"]),
        ],
    dependencies: kernelsOnly
        ? []
        : [
            .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
            // No trait: its reader of JSON keeps the last of two equal keys, and options are ArgumentParser's.
            .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
            .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
            .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        ],
    targets: targets
)
