/// libyaml's problems in Chinese, for readers who should not have to read a parser's English.
enum ProblemWords {
  static func chinese(_ problem: String) -> String {
    known[problem] ?? "写法不合 YAML（\(problem)）"
  }

  private static let known: [String: String] = [
    "could not find expected ':'": "缺少冒号",
    "did not find expected key": "这里应是一个键，多半是缩进不齐",
    "did not find expected '-' indicator": "这里应是列表的下一项（-），多半是缩进不齐",
    "did not find expected ',' or ']'": "缺少逗号或 ]",
    "did not find expected ',' or '}'": "缺少逗号或 }",
    "did not find expected node content": "这里应有值",
    "did not find expected <document start>": "文档结束后还有内容",
    "did not find expected whitespace or line break": "这里应有空格或换行",
    "did not find expected comment or line break": "这里应换行",
    "did not find expected alphabetic or numeric character": "名称里应是字母或数字",
    "did not find expected hexdecimal number": "这里应是十六进制数",
    "mapping values are not allowed in this context": "这里不能再出现冒号，多半是缩进不齐或少了引号",
    "mapping keys are not allowed in this context": "这里不能出现键",
    "block sequence entries are not allowed in this context": "这里不能出现列表项（-）",
    "found character that cannot start any token": "值不能以这个字符开头，请加引号",
    "found unexpected end of stream": "文件结束得太早，多半是引号或括号没有配对",
    "found unexpected document indicator": "引号里出现了文档分隔符",
    "found unknown escape character": "双引号里有不认识的转义",
    "found invalid Unicode character escape code": "双引号里的字符转义无效",
    "found a tab character that violates indentation": "缩进里有制表符",
    "found a tab character where an indentation space is expected": "缩进里有制表符",
    "found undefined tag handle": "标签没有定义",
    "found incompatible YAML document": "不支持这个 YAML 版本",
    "control characters are not allowed": "有控制字符",
    "the parser stopped": "无法继续读",
  ]
}
