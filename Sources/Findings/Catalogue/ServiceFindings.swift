/// Findings about requests to the service, and about how it is started.
extension FindingKind {
  package static let noSuchPath = FindingKind(
    "H0101",
    zh: .init("没有这个路径", help: "见 GET /openapi.json", why: "写错的路径不能猜"),
    en: .init("there is no such path", help: "see GET /openapi.json", why: "a mistyped path is not guessed"))
  package static let methodNotAllowed = FindingKind(
    "H0102",
    zh: .init("这个路径不能用 {method}", help: "用 {allowed}", why: "每个路径只接受规定的方法"),
    en: .init("this path does not take {method}", help: "use {allowed}", why: "every path has its methods"))
  package static let unsupportedMediaType = FindingKind(
    "H0103",
    zh: .init("请求体的 Content-Type 不对", help: "写 {expected}，不压缩", why: "请求体只按一种格式读"),
    en: .init(
      "the body has another Content-Type than this path reads", help: "send {expected}, not compressed",
      why: "bodies are read in one format only"))
  package static let bodyTooLarge = FindingKind(
    "H0104",
    zh: .init("请求体超过 {limit} 字节", help: "分开发送，或用 POST /v1/batch/settle", why: "内存有限，过大的请求不读"),
    en: .init(
      "the body is longer than {limit} bytes", help: "send less at once, or use POST /v1/batch/settle",
      why: "memory is bounded; what is too large is not read"))
  package static let queryUnknown = FindingKind(
    "H0105",
    zh: .init("查询参数“{name}”这里不能用，或写了两次", help: "可以写：{suggestion}", why: "写错的参数不能悄悄忽略"),
    en: .init(
      "query parameter `{name}` is not one of this path, or is given twice", help: "known: {suggestion}",
      why: "a mistyped parameter must not be silently ignored"))
  package static let queryValue = FindingKind(
    "H0106",
    zh: .init("“{name}”的值不对", help: "写：{expected}", why: "不认识的值不能猜"),
    en: .init("`{name}` has a value that is not understood", help: "write {expected}", why: "values are not guessed"))
  package static let tokenNeeded = FindingKind(
    "H0107",
    zh: .init("没有令牌，或令牌不对", help: "写 Authorization: Bearer 令牌", why: "只有持令牌的系统能用这个服务"),
    en: .init(
      "there is no token, or not a known one", help: "send Authorization: Bearer TOKEN",
      why: "only systems with a token may use the service"))
  package static let tooBusy = FindingKind(
    "H0108",
    zh: .init("同时处理的请求太多", help: "过一会再试，见 Retry-After", why: "超过能力时拒绝，好过都变慢"),
    en: .init(
      "too many requests at once", help: "try again later, see Retry-After",
      why: "refusing what is too much keeps the rest fast"))
  package static let requestTooSlow = FindingKind(
    "H0109",
    zh: .init("{seconds} 秒内没有收完请求体", help: "重新发送", why: "慢的连接不能占住别人的位置"),
    en: .init(
      "the body was not complete within {seconds} seconds", help: "send it again",
      why: "slow connections must not keep others out"))
  package static let notReady = FindingKind(
    "H0110",
    zh: .init("服务现在不能结算：{reason_zh}", help: "等 GET /health/ready 为 200 再试", why: "不能保证正确和留痕时不结算"),
    en: .init(
      "the service cannot settle now: {reason}", help: "try again when GET /health/ready says 200",
      why: "nothing is settled that could be wrong or leave no trace"))
  package static let unexpectedFailure = FindingKind(
    "H0111",
    zh: .init("服务内部出错，请求没有处理", help: "把 X-Request-Id 告诉运维人员", why: "原因在日志里，按请求编号查"),
    en: .init(
      "something went wrong inside the service; the request was not handled",
      help: "tell the operators the X-Request-Id", why: "the log has the cause under the request's id"))
  package static let reloadRefused = FindingKind(
    "H0112",
    zh: .init("新的规则有 {count} 处错误，仍用原来的规则", help: "改正后再重新加载", why: "有错误的规则不能替换正在使用的规则"),
    en: .init(
      "the new rules have {count} errors; the ones before stay", help: "correct them and reload again",
      why: "faulty rules never replace those in use"))
  package static let versionNotNamed = FindingKind(
    "H0113",
    zh: .init("“{text}”不是 代码@日期", help: "写成 440100@2024-01-01", why: "只比较正在使用的规则，不读调用方指定的文件"),
    en: .init(
      "`{text}` is not CODE@DATE", help: "write it as 440100@2024-01-01",
      why: "only rules in use are compared; no file that a caller names is read"))
  package static let tokensKept = FindingKind(
    "H0115",
    zh: .init("新的令牌不能用，仍用原来的令牌", help: "改正令牌文件再重新加载；规则已经另外加载", why: "取消了的令牌如果还有效，要说出来"),
    en: .init(
      "the new tokens cannot be used; the ones before stay",
      help: "correct the file of tokens and reload; the rules are loaded apart from it",
      why: "whoever takes a token away has to know that it still works"))
  package static let tooManyConnections = FindingKind(
    "H0114",
    zh: .init("连接太多", help: "过一会再连，见 Retry-After；用过的连接可以继续用", why: "连接数有上限，超过的不能占住别人的位置"),
    en: .init(
      "there are too many connections", help: "connect again later, see Retry-After; connections can be used again",
      why: "connections are bounded, and those beyond must not keep others out"))
  package static let openWithoutProtection = FindingKind(
    "H0201",
    zh: .init("监听 {host} 要有令牌和 TLS，缺少 {missing}", help: "写上 {missing}，或只监听 127.0.0.1", why: "结算请求有个人信息，不能明文传，也不能谁都能用"),
    en: .init(
      "listening on {host} needs tokens and TLS; {missing} is missing", help: "give {missing}, or listen on 127.0.0.1",
      why: "claims hold personal data: never in the clear, never for everybody"))
  package static let tokensUnusable = FindingKind(
    "H0202",
    zh: .init("令牌文件 {path} 不能用：{reason_zh}", help: "每行一个令牌，32 到 512 个可见 ASCII 字符，# 开头为注释", why: "没有可用的令牌，就没有人能调用"),
    en: .init(
      "the token file {path} cannot be used: {reason}",
      help: "one token a line, 32 to 512 visible ASCII characters, comments begin with #",
      why: "without tokens nobody could call the service"))
  package static let certificateUnusable = FindingKind(
    "H0203",
    zh: .init("TLS 证书或私钥不能用：{path}", help: "写 PEM 格式的证书链和私钥文件", why: "没有 TLS 就不能对外监听"),
    en: .init(
      "TLS certificate or key cannot be used: {path}", help: "give PEM files of the certificate chain and the key",
      why: "without TLS the service does not listen to others"))
  package static let cannotListen = FindingKind(
    "H0204",
    zh: .init("不能监听 {address}：{reason}", help: "检查地址，或换一个端口", why: "端口可能已被占用，或没有权限"),
    en: .init(
      "cannot listen on {address}: {reason}", help: "check the address, or take another port",
      why: "the port may be in use, or not permitted"))

  package static let serviceKinds: [FindingKind] = [
    noSuchPath, methodNotAllowed, unsupportedMediaType, bodyTooLarge, queryUnknown, queryValue, tokenNeeded, tooBusy,
    requestTooSlow, notReady, unexpectedFailure, reloadRefused, versionNotNamed, tooManyConnections, tokensKept,
    openWithoutProtection,
    tokensUnusable, certificateUnusable, cannotListen,
  ]
}
