// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "perennial", path: "..")],
    targets: [
        .target(name: "SampleShop", swiftSettings: settings),
        .executableTarget(name: "GenerateOrders", dependencies: ["SampleShop"], swiftSettings: settings),
        .executableTarget(name: "GenerateBase", dependencies: ["SampleShop"], swiftSettings: settings),
        .target(
            name: "BenchmarkSupport",
            dependencies: [
                "SampleShop", .product(name: "Ledger", package: "perennial"),
                .product(name: "Intake", package: "perennial"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "LedgerBenchmark",
            dependencies: [
                "BenchmarkSupport", "SampleShop", .product(name: "Ledger", package: "perennial"),
                .product(name: "Metrics", package: "perennial"), .product(name: "Intake", package: "perennial"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "LifetimeBenchmark",
            dependencies: [
                "BenchmarkSupport", "SampleShop", .product(name: "Ledger", package: "perennial"),
                .product(name: "Metrics", package: "perennial"), .product(name: "Intake", package: "perennial"),
                .product(name: "LifetimeValue", package: "perennial"),
                .product(name: "Forecast", package: "perennial"),
            ],
            swiftSettings: settings),
    ]
)
