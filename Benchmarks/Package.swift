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
        .executableTarget(
            name: "LedgerBenchmark",
            dependencies: [
                "SampleShop", .product(name: "Ledger", package: "perennial"),
                .product(name: "Metrics", package: "perennial"), .product(name: "Intake", package: "perennial"),
            ],
            swiftSettings: settings),
    ]
)
