// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is compiled the same way; the compiler refuses a backward import.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func stage(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, exclude: exclude,
        swiftSettings: settings)
}

/// What tests of several rooms need.
let testSupport = Target.Dependency.byName(name: "TestSupport")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
/// Of FlyingFox only the sockets: its server brings Foundation's networking, and with it libcurl, into every start.
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
    name: "plumbline",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "plumbline", targets: ["plumbline"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
        .systemLibrary(name: "CExchange"),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        // Part of macOS; elsewhere in the compiler's own path, so nothing needs to be asked for it.
        .systemLibrary(name: "CExpat"),
        .systemLibrary(name: "CSpawn"),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
        stage("SourceText"),
        stage("MarkdownTree", ["SourceText", "CMarkGFM"]),
        stage("DataNotations", ["SourceText", yams]),
        stage("Plan", ["SourceText"]),
        stage("PlanReading", ["SourceText", "MarkdownTree", "DataNotations", "Plan"]),
        stage("Configuration", ["SourceText", "DataNotations", "Plan"], resources: [.embedInCode("Schemas")]),
        stage("PlanPrinting", ["SourceText", "Plan"], resources: [.embedInCode("Schemas")]),
        stage("Updates", ["SourceText", "MarkdownTree", "DataNotations", "Plan"]),
        stage("PlanRules", ["SourceText", "Plan", "Updates"]),
        stage("Observations", ["SourceText", "DataNotations", "CExpat", "CZlib", "CZstd"]),
        stage("Events", ["SourceText", "DataNotations", "Observations"], resources: [.embedInCode("Schemas")]),
        stage("Networking", ["SourceText", "CCurl"]),
        stage("Prometheus", ["SourceText", "DataNotations", "Observations", "Networking"]),
        stage("Assessment", ["SourceText", "Plan", "Observations"]),
        stage("Exports", ["SourceText", "Plan", "Observations", "Prometheus", "Assessment"]),
        stage("Report", ["SourceText", "Plan", "Updates", "Observations", "Events", "Assessment"]),
        stage(
            "Rendering", ["SourceText", "Plan", "Updates", "Observations", "Assessment", "Report", mustache],
            resources: [.embedInCode("Templates"), .embedInCode("Schemas"), .embedInCode("PreviewParts")]),
        stage("Delivery", ["Rendering", "CExchange"]),
        stage(
            "PlumblineCommands",
            [
                "SourceText", "DataNotations", "Configuration", "Plan", "PlanReading", "PlanPrinting", "PlanRules",
                "Updates", "Observations", "Events", "Networking", "Prometheus", "Assessment", "Exports", "Report",
                "Rendering", "Delivery", "CSpawn", argumentParser, flyingSocks,
            ], resources: [.embedInCode("Starter")]),
        .executableTarget(name: "plumbline", dependencies: ["PlumblineCommands"], swiftSettings: settings),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        tests("SourceText", []),
        tests("MarkdownTree", ["SourceText", testSupport], exclude: ["Fixtures"]),
        tests("DataNotations", ["SourceText"]),
        tests("Plan", ["SourceText", testSupport]),
        tests("Updates", ["SourceText", "Plan", testSupport]),
        tests("Configuration", ["SourceText", "Plan", testSupport]),
        tests(
            "PlanReading", ["SourceText", "MarkdownTree", "Plan", "PlanPrinting", testSupport], exclude: ["Fixtures"]),
        tests(
            "PlanPrinting", ["SourceText", "MarkdownTree", "Plan", "PlanReading", "PlanRules", testSupport],
            exclude: ["Fixtures"]),
        tests("PlanRules", ["SourceText", "Plan", "Updates", "MarkdownTree", "PlanReading", testSupport]),
        tests("Observations", ["SourceText", testSupport], exclude: ["Tools"]),
        tests("Events", ["SourceText", "Observations"]),
        tests("Networking", [testSupport], exclude: ["Server"]),
        tests("Prometheus", ["SourceText", "Observations", "Networking", testSupport]),
        tests("Assessment", ["SourceText", "Plan", "Observations", testSupport]),
        tests(
            "Rendering",
            [
                "SourceText", "MarkdownTree", "Plan", "Updates", "Observations", "Events", "Assessment", "Report",
                testSupport,
            ],
            exclude: ["Goldens"]),
        tests("Delivery", ["Rendering", testSupport]),
        // These run the tool that is built beside them.
        .testTarget(
            name: "PlumblineCommandsTests",
            dependencies: [
                "plumbline", "SourceText", "Configuration", "PlanRules", subprocess, flyingSocks, testSupport,
            ],
            exclude: ["Projects"], swiftSettings: settings),
        .testTarget(
            name: "PublishedPagesTests", dependencies: ["plumbline"], exclude: ["Tools"], swiftSettings: settings),
    ]
)
