import Findings
import Glibc

/// What is at a path, links followed.
enum FileSystemEntry {
  case file
  case folder
  case unreadable(UnreadableReason)

  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .unreadable(UnreadableReason(ofPath: path, error: errno))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .unreadable(.notAFile)
    }
  }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The one path of a folder or file however many links lead to it; the path itself when it leads nowhere.
  static func realPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}

/// Why something cannot be read.
enum UnreadableReason {
  case missing
  case linkLeadsNowhere
  case noPermission
  /// A pipe, a device, a socket.
  case notAFile
  case other

  init(ofPath path: String, error: Int32) {
    switch error {
    case EACCES, EPERM: self = .noPermission
    case ENOENT, ENOTDIR: self = FileSystemEntry.isLink(path) ? .linkLeadsNowhere : .missing
    case ELOOP: self = .linkLeadsNowhere
    default: self = .other
    }
  }

  /// After reading failed.
  init(ofPath path: String) {
    self = access(path, R_OK) == 0 ? .other : UnreadableReason(ofPath: path, error: errno)
  }

  private var words: (chinese: String, english: String) {
    switch self {
    case .missing: ("没有这个文件或文件夹", "no such file or folder")
    case .linkLeadsNowhere: ("链接指向的文件不存在", "the link leads nowhere")
    case .noPermission: ("没有权限", "no permission")
    case .notAFile: ("不是普通文件", "not a regular file")
    case .other: ("读取失败", "reading failed")
    }
  }

  func finding(_ path: String) -> Finding {
    Finding(.folderUnreadable, at: nil, ["path": path, "reason_zh": words.chinese, "reason": words.english])
  }
}
