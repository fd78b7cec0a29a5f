// swift-tools-version: 6.2
import PackageDescription

let server = TargetDependencyCondition.when(traits: ["Server"])

// One responsibility per target, arrows one way: a target may depend only on targets listed above it.
let package = Package(
  name: "RegionPolicy",
  products: [
    .library(name: "RegionPolicy", targets: ["RegionPolicy"]),
    .executable(name: "policy", targets: ["policy"]),
  ],
  // Off by default, so that nothing but the argument parser is fetched and built for the other commands.
  traits: [.trait(name: "Server", description: "policy serve, and signatures of bundles")],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Cores"),
    .target(name: "Lines"),
    .target(name: "Values"),
    .target(name: "Findings"),
    .target(name: "SourceTree", dependencies: ["Findings"]),
    .target(name: "YAMLSyntax", dependencies: ["CLibYAML", "SourceTree", "Findings"]),
    .target(name: "Format", dependencies: ["SourceTree", "Findings", "Values"]),
    .target(name: "JSONSyntax", dependencies: ["Format", "SourceTree", "Findings"]),
    .target(name: "PolicyModel", dependencies: ["Findings", "Values"]),
    .target(
      name: "PolicyReading",
      dependencies: ["PolicyModel", "Format", "YAMLSyntax", "SourceTree", "Findings", "Values", "Cores"]),
    .target(
      name: "Layout",
      dependencies: ["PolicyReading", "PolicyModel", "Format", "YAMLSyntax", "SourceTree", "Findings", "Values"]),
    .target(name: "Settlement", dependencies: ["PolicyModel", "Findings", "Values"]),
    .target(name: "Standing", dependencies: ["Settlement", "PolicyModel", "Findings", "Values"]),
    .target(
      name: "Claims",
      dependencies: [
        "JSONSyntax", "Standing", "Settlement", "PolicyModel", "Format", "SourceTree", "Findings", "Values",
      ]),
    .target(name: "Analysis", dependencies: ["Settlement", "PolicyModel", "Findings", "Values"]),
    .target(
      name: "Checks",
      dependencies: ["Analysis", "Claims", "PolicyReading", "PolicyModel", "Settlement", "Findings", "Values", "Cores"]),
    .target(
      name: "Registry",
      dependencies: [
        "JSONSyntax",
        "Checks", "PolicyReading", "PolicyModel", "Settlement", "Claims", "SourceTree", "Findings", "Values", "Cores",
      ]),
    .target(
      name: "Bundles",
      dependencies: [
        "JSONSyntax",
        "Registry", "PolicyReading", "Claims", "SourceTree", "Findings", "Values",
        .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Server"])),
      ]),
    .target(name: "Host"),
    .target(
      name: "Records",
      dependencies: ["Host", "Lines", "JSONSyntax", "Format", "SourceTree", "Findings", "Values"]),
    .target(name: "FundSide", dependencies: ["PolicyModel", "Findings", "Values"]),
    .target(
      name: "FundDesk",
      dependencies: [
        "FundSide", "Records", "Registry", "Claims", "Settlement", "PolicyReading", "PolicyModel", "Host", "Format",
        "SourceTree",
        "Findings", "Values",
      ]),
    .target(
      name: "Sides",
      dependencies: [
        "Host", "Registry", "Analysis", "Claims", "PolicyReading", "PolicyModel", "Settlement", "Findings", "Values",
      ]),
    .target(
      name: "Impact",
      dependencies: [
        "Host", "Claims", "Settlement", "PolicyModel", "Format", "SourceTree", "Findings", "Values",
      ]),
    .target(
      name: "Decisions",
      dependencies: ["JSONSyntax", "Host", "Registry", "Claims", "Format", "SourceTree", "Findings", "Values"]),
    .target(
      name: "Cases",
      dependencies: [
        "FundDesk", "Records", "Registry", "Claims", "Settlement", "Layout", "PolicyReading", "PolicyModel", "Format",
        "JSONSyntax", "YAMLSyntax", "SourceTree", "Findings", "Values",
      ]),
    .target(
      name: "Coverage",
      dependencies: [
        "JSONSyntax",
        "Cases", "Registry", "Claims", "Settlement", "PolicyReading", "PolicyModel", "SourceTree", "Findings", "Values",
      ]),
    .target(
      name: "RegionPolicy",
      dependencies: [
        "Host", "Bundles", "Registry", "Claims", "Settlement", "PolicyReading", "PolicyModel", "Format", "Findings",
        "Values",
      ]),
    .target(
      name: "Service",
      dependencies: [
        "JSONSyntax",
        "RegionPolicy", "Host", "Registry", "Claims", "Settlement", "PolicyReading", "PolicyModel", "Format",
        "SourceTree", "Findings", "Values",
        .product(name: "Hummingbird", package: "hummingbird", condition: server),
        .product(name: "HummingbirdCore", package: "hummingbird", condition: server),
        .product(name: "HummingbirdTLS", package: "hummingbird", condition: server),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: server),
        .product(name: "UnixSignals", package: "swift-service-lifecycle", condition: server),
        .product(name: "Logging", package: "swift-log", condition: server),
        .product(name: "NIOCore", package: "swift-nio", condition: server),
        .product(name: "NIOPosix", package: "swift-nio", condition: server),
        .product(name: "NIOHTTP1", package: "swift-nio", condition: server),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras", condition: server),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras", condition: server),
        .product(name: "NIOSSL", package: "swift-nio-ssl", condition: server),
        .product(name: "HTTPTypes", package: "swift-http-types", condition: server),
      ]),
    .executableTarget(
      name: "policy",
      dependencies: [
        "Service", "RegionPolicy", "Coverage", "Cases", "FundDesk", "FundSide", "Records", "Decisions", "Impact",
        "Sides", "Host", "Bundles", "Registry",
        "Checks", "Analysis",
        "Claims", "Standing", "Settlement", "Lines", "Layout", "PolicyReading", "PolicyModel", "Format", "Findings",
        "Values",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log", condition: server),
      ]),
    .executableTarget(name: "embed", dependencies: ["RegionPolicy"], path: "examples/embed"),
    .executableTarget(
      name: "echo",
      dependencies: [
        "Service", "RegionPolicy", "Values", .product(name: "Logging", package: "swift-log", condition: server),
      ], path: "Benchmarks/echo"),
    .executableTarget(
      name: "evaluate-bench",
      dependencies: ["Registry", "Claims", "Settlement", "PolicyModel", "Findings", "Values"],
      path: "Benchmarks/evaluate"),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    .testTarget(name: "LinesTests", dependencies: ["Lines", "TestSupport"]),
    .testTarget(name: "ValuesTests", dependencies: ["Values", "TestSupport"]),
    .testTarget(name: "FindingsTests", dependencies: ["Findings"]),
    .testTarget(name: "YAMLSyntaxTests", dependencies: ["YAMLSyntax", "SourceTree", "Findings"]),
    .testTarget(name: "FormatTests", dependencies: ["Format", "SourceTree", "Findings", "Values"]),
    .testTarget(
      name: "PolicyReadingTests",
      dependencies: ["Registry", "PolicyReading", "PolicyModel", "Findings", "Values", "TestSupport"]),
    .testTarget(
      name: "LayoutTests",
      dependencies: [
        "Layout", "Cases", "Registry", "PolicyReading", "PolicyModel", "Format", "YAMLSyntax", "SourceTree", "Findings",
        "Values", "TestSupport",
      ]),
    .testTarget(
      name: "ClaimsTests",
      dependencies: [
        "JSONSyntax",
        "RegionPolicy", "Registry", "Claims", "Settlement", "PolicyModel", "SourceTree", "Findings", "Values",
        "TestSupport",
      ]),
    .testTarget(
      name: "CasesTests",
      dependencies: [
        "Coverage", "Cases", "Registry", "Settlement", "PolicyModel", "YAMLSyntax", "SourceTree", "Findings", "Values",
        "TestSupport",
      ]),
    .testTarget(
      name: "RegistryTests",
      dependencies: [
        "Registry", "Checks", "Claims", "Settlement", "PolicyReading", "PolicyModel", "Findings", "Values",
        "TestSupport",
      ]),
    .testTarget(
      name: "BundlesTests",
      dependencies: [
        "RegionPolicy", "Bundles", "Registry", "PolicyReading", "Findings", "Values", "TestSupport",
        "AllocationCounter",
      ]),
    .testTarget(
      name: "PropertyTests",
      dependencies: [
        "JSONSyntax",
        "Cases", "Registry", "Claims", "Standing", "Settlement", "PolicyReading", "PolicyModel", "SourceTree",
        "Findings", "Values", "TestSupport",
      ]),
    .testTarget(
      name: "AnalysisTests",
      dependencies: [
        "Registry", "Checks", "Claims", "Analysis", "Settlement", "PolicyModel", "YAMLSyntax", "SourceTree", "Findings",
        "Values", "TestSupport",
      ]),
    .testTarget(
      name: "SidesTests",
      dependencies: [
        "Sides", "Host", "Registry", "Claims", "Settlement", "PolicyModel", "Findings", "Values", "TestSupport",
      ]),
    .testTarget(
      name: "DifferenceTests",
      dependencies: [
        "Sides", "Registry", "Analysis", "Claims", "Settlement", "Layout", "Format", "PolicyModel", "Findings",
        "Values",
        "TestSupport",
      ]),
    .testTarget(
      name: "ImpactTests",
      dependencies: [
        "Impact", "Host", "Registry", "Claims", "Settlement", "PolicyModel", "Findings", "Values", "TestSupport",
      ]),
    .testTarget(
      name: "DecisionTests",
      dependencies: [
        "Decisions", "RegionPolicy", "Host", "Registry", "Claims", "SourceTree", "Findings", "Values", "TestSupport",
      ]),
    .testTarget(
      name: "ServiceTests",
      dependencies: [
        "Service", "RegionPolicy", "Host", "Claims", "Format", "SourceTree", "Findings", "TestSupport",
        .product(name: "Hummingbird", package: "hummingbird", condition: server),
        .product(name: "NIOEmbedded", package: "swift-nio", condition: server),
        .product(name: "Logging", package: "swift-log", condition: server),
        .product(name: "NIOCore", package: "swift-nio", condition: server),
        .product(name: "HTTPTypes", package: "swift-http-types", condition: server),
      ]),
    .testTarget(
      name: "RecordsTests", dependencies: ["Records", "Host", "Format", "Findings", "Values", "TestSupport"]),
    .testTarget(
      name: "FundSideTests",
      dependencies: [
        "FundDesk", "FundSide", "Records", "Registry", "PolicyModel", "Host", "Format", "Findings", "Values",
        "TestSupport",
      ]),
    .testTarget(name: "GeneratedFileTests", dependencies: ["Cases", "Format", "Findings", "TestSupport"]),
    .testTarget(name: "CommandTests", dependencies: ["policy", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .treatAllWarnings(as: .error),
    ]
}
