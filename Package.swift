// swift-tools-version: 6.2
import PackageDescription

// One responsibility per target, arrows one way: a target may depend only on targets listed above it.
let package = Package(
  name: "RegionPolicy",
  products: [
    .library(name: "RegionPolicy", targets: ["RegionPolicy"]),
    .executable(name: "policy", targets: ["policy"]),
  ],
  traits: [.trait(name: "Server", description: "signatures of bundles; fetches and builds more packages")],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Cores"),
    .target(name: "Values"),
    .target(name: "Findings"),
    .target(name: "SourceTree", dependencies: ["Findings"]),
    .target(name: "YAMLSyntax", dependencies: ["CLibYAML", "SourceTree", "Findings"]),
    .target(name: "Format", dependencies: ["SourceTree", "Findings", "Values"]),
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
      dependencies: ["Standing", "Settlement", "PolicyModel", "Format", "SourceTree", "Findings", "Values"]),
    .target(name: "Analysis", dependencies: ["Settlement", "PolicyModel", "Findings", "Values"]),
    .target(
      name: "Checks",
      dependencies: ["Analysis", "Claims", "PolicyReading", "PolicyModel", "Settlement", "Findings", "Values", "Cores"]),
    .target(
      name: "Registry",
      dependencies: [
        "Checks", "PolicyReading", "PolicyModel", "Settlement", "Claims", "SourceTree", "Findings", "Values",
      ]),
    .target(
      name: "Bundles",
      dependencies: [
        "Registry", "PolicyReading", "Claims", "SourceTree", "Findings", "Values",
        .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Server"])),
      ]),
    .target(name: "Host"),
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
      dependencies: ["Host", "Registry", "Claims", "Format", "SourceTree", "Findings", "Values"]),
    .target(
      name: "Cases",
      dependencies: [
        "Registry", "Claims", "Settlement", "Layout", "PolicyReading", "Format", "YAMLSyntax", "SourceTree",
        "Findings", "Values",
      ]),
    .target(
      name: "Coverage",
      dependencies: [
        "Cases", "Registry", "Claims", "Settlement", "PolicyReading", "PolicyModel", "SourceTree", "Findings", "Values",
      ]),
    .target(
      name: "RegionPolicy",
      dependencies: [
        "Host", "Bundles", "Registry", "Claims", "Settlement", "PolicyReading", "PolicyModel", "Format", "Findings",
        "Values",
      ]),
    .executableTarget(
      name: "policy",
      dependencies: [
        "RegionPolicy", "Coverage", "Cases", "Decisions", "Impact", "Sides", "Host", "Bundles", "Registry", "Checks",
        "Analysis",
        "Claims",
        "Standing", "Settlement", "Layout", "PolicyReading", "PolicyModel", "Format", "Findings", "Values",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "embed", dependencies: ["RegionPolicy"], path: "examples/embed"),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
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
        "RegionPolicy", "Registry", "Claims", "Settlement", "PolicyModel", "SourceTree", "Findings", "Values",
        "TestSupport",
      ]),
    .testTarget(
      name: "CasesTests",
      dependencies: ["Coverage", "Cases", "Registry", "Settlement", "PolicyModel", "Findings", "Values", "TestSupport"]),
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
      ]),
    .testTarget(
      name: "PropertyTests",
      dependencies: [
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
