/// Keys made by openssl for these tests and used for nothing else.
enum Keys {
  static let own = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEILa8MnW+mL5GoZVugDiwk3V7ME0l3/95cBLd1pnVNlic
    -----END PRIVATE KEY-----
    """

  static let ownPublic = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEA5MsZJHl4kR8Shz4qbasEJObq8yNEoklEqwlBgXrJ9kk=
    -----END PUBLIC KEY-----
    """

  static let otherPublic = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEA5U6AO9Qjn/fJpYPn8Q+Xh+VWmwEnYmqqsXkE2+Dt19g=
    -----END PUBLIC KEY-----
    """

  /// By `openssl pkey -pubin -outform DER | tail -c 32 | sha256sum | head -c 16`.
  static let ownID = "d0d70369e252652c"
}
