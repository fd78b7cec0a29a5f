/// Findings about bundles of rules, their signatures, and rules that replace others while claims are settled.
extension FindingKind {
  package static let notABundle = FindingKind(
    "B0101",
    zh: .init("“{path}”不是规则包，或者已经损坏", help: "重新复制，或用 policy bundle build 重做", why: "规则包只有一种写法，多一个、少一个字节都不接受"),
    en: .init(
      "`{path}` is no bundle of rules, or is damaged", help: "copy it again, or make it anew with policy bundle build",
      why: "a bundle can be written in one way only; a byte more or less is refused"))
  package static let bundleManifest = FindingKind(
    "B0102",
    zh: .init("“{path}”的清单 manifest.json 没有或读不懂", help: "重新复制，或用 policy bundle build 重做", why: "清单说明包里有什么，没有它就无从核对"),
    en: .init(
      "`{path}` has no manifest.json, or one that cannot be read",
      help: "copy it again, or make it anew with policy bundle build",
      why: "the manifest says what has to be in the bundle; without it nothing can be compared"))
  package static let bundleFileDiffers = FindingKind(
    "B0103",
    zh: .init("“{path}”里的文件“{file}”和清单不符", help: "重新复制规则包；不要使用它", why: "文件在打包以后被改过或损坏"),
    en: .init(
      "file `{file}` in `{path}` is not what the manifest says", help: "copy the bundle again; do not use this one",
      why: "the file was changed or damaged after the bundle was made"))
  package static let bundleFileCount = FindingKind(
    "B0104",
    zh: .init("“{path}”里有 {found} 个文件，清单列了 {listed} 个", help: "重新复制规则包；不要使用它", why: "打包以后有文件加进去或被拿走"),
    en: .init(
      "`{path}` has {found} files, its manifest lists {listed}", help: "copy the bundle again; do not use this one",
      why: "files were added or taken away after the bundle was made"))
  package static let bundleRevision = FindingKind(
    "B0105",
    zh: .init("“{path}”的版本号和它的文件不符", help: "用 policy bundle build 重做", why: "版本号由全部文件算出，是结算记录里规则的名字"),
    en: .init(
      "the revision of `{path}` is not that of its files", help: "make it anew with policy bundle build",
      why: "the revision follows from all files and names the rules in every record"))
  package static let bundleLayout = FindingKind(
    "B0106",
    zh: .init("“{path}”的包格式是 {found}，本程序只认 {known}", help: "用这个版本的 policy 重新打包，或更新程序", why: "格式不同，读出来的可能是别的意思"),
    en: .init(
      "`{path}` has bundle layout {found}; this program knows {known}",
      help: "make the bundle with this version of policy, or update the program",
      why: "another layout may mean something else"))
  package static let bundleFormat = FindingKind(
    "B0107",
    zh: .init("“{path}”的规则文件格式是 {found}，本程序只认 {known}", help: "更新程序，或用相应格式的规则重新打包", why: "格式不同的规则不能凭猜测结算"),
    en: .init(
      "the rules in `{path}` have format {found}; this program knows {known}",
      help: "update the program, or bundle rules of the format it knows",
      why: "rules of another format must not be settled by guesswork"))
  package static let bundleEngine = FindingKind(
    "B0108",
    zh: .init("“{path}”要求 {found} 以上的程序，这是 {known}", help: "更新程序，或用这个版本的 policy 重新打包", why: "旧程序可能不懂新规则的含义"),
    en: .init(
      "`{path}` needs version {found} of the program; this is {known}",
      help: "update the program, or make the bundle with this version of policy",
      why: "an older program may not know what newer rules mean"))
  package static let bundlePath = FindingKind(
    "B0109",
    zh: .init(
      "文件名“{path}”不能放进规则包", help: "用短一些的名称，不含 .. 和控制字符，以 .yaml 结尾，同名的只留一个",
      why: "包里的文件不论在哪里解开，都只能落在它的文件夹里"),
    en: .init(
      "a file cannot be called `{path}` in a bundle",
      help: "use a shorter name ending in .yaml, without .. and control characters, and each name once",
      why: "wherever a bundle is unpacked, its files have to stay within its folder"))
  package static let bundleUnsigned = FindingKind(
    "B0110",
    zh: .init("“{path}”没有签名", help: "用 policy bundle sign 签名，或换已签名的规则包", why: "要求签名时，不知道由谁发布的规则不能用"),
    en: .init(
      "`{path}` is not signed", help: "sign it with policy bundle sign, or take one that is signed",
      why: "where signatures are required, rules that nobody vouches for are not used"))
  package static let bundleKeyUnknown = FindingKind(
    "B0111",
    zh: .init("“{path}”由密钥 {key} 签名，它不在可信的公钥里", help: "核对来源；确实可信的，把它的公钥加进来", why: "谁都可以生成密钥，只认登记过的"),
    en: .init(
      "`{path}` is signed with key {key}, which is not among the trusted ones",
      help: "find out where it came from; add the public key only if you trust it",
      why: "anybody can make a key; only known ones count"))
  package static let bundleSignatureWrong = FindingKind(
    "B0112",
    zh: .init("“{path}”的签名不对（密钥 {key}）", help: "不要使用；向发布的人重新索取", why: "清单或签名在签名以后被改过"),
    en: .init(
      "the signature of `{path}` is wrong (key {key})", help: "do not use it; ask its publisher for another copy",
      why: "the manifest or the signature was changed after signing"))
  package static let bundleSignatureUnreadable = FindingKind(
    "B0113",
    zh: .init("“{path}”的 signature.json 读不懂", help: "重新复制，或重新签名", why: "签名只有一种写法：ed25519，小写十六进制"),
    en: .init(
      "signature.json of `{path}` cannot be read", help: "copy the bundle again, or sign it anew",
      why: "a signature is written in one way: ed25519, lower-case hexadecimal"))
  package static let keyUnreadable = FindingKind(
    "B0114",
    zh: .init(
      "“{path}”不是 Ed25519 {what_zh}（{label}）",
      help: "私钥用 openssl genpkey -algorithm ed25519 生成，公钥用 openssl pkey -pubout 导出", why: "签名只用 Ed25519，密钥是 PEM 文本"),
    en: .init(
      "`{path}` is no Ed25519 {what} key ({label})",
      help: "make a private key with openssl genpkey -algorithm ed25519, and its public key with openssl pkey -pubout",
      why: "signatures are Ed25519 and keys are PEM texts"))
  package static let signingUnavailable = FindingKind(
    "B0115",
    zh: .init(
      "这个程序编译时没有带上签名功能", help: "用 swift build --traits Server 编译", why: "签名要用 swift-crypto，默认不编译；不能核对的签名不当作有效"),
    en: .init(
      "this program was built without signatures", help: "build it with swift build --traits Server",
      why: "signatures need swift-crypto, which is left out by default; one that cannot be checked never counts"))
  package static let bundleRequired = FindingKind(
    "B0116",
    zh: .init("要求签名，但“{path}”不是规则包", help: "用 policy bundle build 和 sign 做成规则包", why: "文件夹不能签名"),
    en: .init(
      "signatures are required, and `{path}` is no bundle", help: "make one with policy bundle build and sign",
      why: "a folder cannot be signed"))
  package static let folderChanging = FindingKind(
    "B0117",
    zh: .init("“{path}”正在变动，没有读到完整的一套规则", help: "写完以后再读；或用规则包，整个替换", why: "写到一半的规则可能看上去没有错误"),
    en: .init(
      "`{path}` is being changed; no complete set of rules was read",
      help: "read it when it has been written, or use bundles, which are replaced as a whole",
      why: "rules that are half written may look like rules without errors"))
  package static let lastGoodUsed = FindingKind(
    "B0120", .warning, silenceable: false,
    zh: .init("规则不能用，沿用上次的规则 {revision}", help: "改正上面列出的错误，再重新读取", why: "有错误的规则不能代替好的规则"),
    en: .init(
      "the rules cannot be used; the last good ones, {revision}, stay in force",
      help: "correct the errors listed, and read them again", why: "rules with errors never replace good ones"))
  package static let lastGoodNotKept = FindingKind(
    "B0121", .warning, silenceable: false,
    zh: .init("没能把这套规则存到“{path}”", help: "检查文件夹的权限和磁盘空间", why: "重新启动时如果规则不能用，就没有上次的规则可以沿用"),
    en: .init(
      "this set of rules could not be kept in `{path}`",
      help: "check the permissions of the folder and the space on the disk",
      why: "if the rules cannot be used at the next start, there will be no last good ones"))

  package static let bundleKinds: [FindingKind] = [
    notABundle, bundleManifest, bundleFileDiffers, bundleFileCount, bundleRevision, bundleLayout, bundleFormat,
    bundleEngine, bundlePath, bundleUnsigned, bundleKeyUnknown, bundleSignatureWrong, bundleSignatureUnreadable,
    keyUnreadable, signingUnavailable, bundleRequired, folderChanging, lastGoodUsed, lastGoodNotKept,
  ]
}
