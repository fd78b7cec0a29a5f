"""Malformed requests: those that clever attackers are known to send, and seeded random ones without end."""

import copy
import dataclasses
import gzip
import json
import random

from running import CLAIM, ROOT

JSON_FIELD = b"Content-Type: application/json\r\n"
LINES_FIELD = b"Content-Type: application/x-ndjson\r\n"
SMUGGLED = b"GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n"
LAST = b"Connection: close\r\n"
MEBIBYTE = 1 << 20


@dataclasses.dataclass
class Attack:
    """What is sent on one connection."""

    name: str
    data: bytes
    #: How the sender ends: "half" closes its direction and reads on, "wait" reads on, "close" and "reset" leave at once.
    end: str = "half"
    #: How many requests it counts as.
    count: int = 1
    #: The body breaks off or stops being HTTP: so does the answer to a batch, which has begun by then.
    is_broken: bool = False
    #: Answers have no bodies.
    is_head: bool = False
    #: The statuses of all answers, where only some are right; an empty list is a connection closed without an answer.
    statuses: tuple = ()


def request(method, path, body=None, fields=b"", version=b"HTTP/1.1", host=b"Host: x\r\n"):
    text = method + b" " + path + b" " + version + b"\r\n" + host + fields
    if body is not None:
        text += b"Content-Length: %d\r\n" % len(body)
    return text + b"\r\n" + (body or b"")


def settle(body=CLAIM, fields=JSON_FIELD, path=b"/v1/settle"):
    return request(b"POST", path, body, fields)


def unframed(fields, rest):
    """A claim to settle with its own framing."""
    return request(b"POST", b"/v1/settle", None, JSON_FIELD + fields) + rest


def chunked(*chunks):
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


def known_attacks():
    """What attackers are known to try, and the only right answers. `[]` is a connection closed without any."""
    refused = ([400], [])
    yield from smuggling_attacks(refused)
    for name, data, statuses in [
            ("HTTP/2 preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00", refused),
            ("HTTP/0.9", b"GET /health/live\r\n\r\n", refused),
            ("HTTP/9.9", request(b"GET", b"/health/live", version=b"HTTP/9.9"), refused),
            ("TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 32, refused),
            ("absolute form", request(b"GET", b"http://x/health/live"), ([200],)),
            ("absolute form of settle", settle(path=b"http://y:1/v1/settle"), ([200],)),
            ("scheme alone", request(b"GET", b"x://"), ([404], [400], [])),
            ("scheme and query", request(b"GET", b"x://?a"), ([404], [400], [])),
            ("scheme, host and port", request(b"GET", b"x://:"), ([404], [400], [])),
            ("no scheme", request(b"GET", b"://"), ([404], [400], [])),
            ("asterisk", request(b"OPTIONS", b"*"), ([404], [405])),
            ("CONNECT", request(b"CONNECT", b"x:443"), ([404], [405], [400], [])),
            ("TRACE", request(b"TRACE", b"/v1/settle"), ([405],)),
            ("OPTIONS", request(b"OPTIONS", b"/v1/settle"), ([405],)),
            ("unknown method", request(b"FROBNICATE", b"/v1/settle"), ([405], [400], [])),
            ("two slashes", settle(path=b"//v1/settle"), ([404],)),
            ("slash at the end", settle(path=b"/v1/settle/"), ([404],)),
            ("dots", settle(path=b"/v1/../v1/settle"), ([404],)),
            ("capitals", settle(path=b"/V1/settle"), ([404],)),
            ("percent", settle(path=b"/v1/%73ettle"), ([404],)),
            ("percent NUL", settle(path=b"/v1/settle%00"), ([404],)),
            ("fragment", settle(path=b"/v1/settle#x"), ([404], [400])),
            ("query of 30 KB", settle(path=b"/v1/settle?" + b"a" * 30_000), ([400], [])),
            ("query of 100 KB", settle(path=b"/v1/settle?" + b"a" * 100_000), refused),
            ("300 fields", settle(fields=JSON_FIELD + b"X: y\r\n" * 300), refused),
            ("a field of 40 KB", settle(fields=JSON_FIELD + b"X: " + b"y" * 40_000 + b"\r\n"), refused),
            ("fields of 60 KB", settle(fields=JSON_FIELD + (b"X: " + b"y" * 1000 + b"\r\n") * 60), refused),
            ("charset", settle(fields=b"Content-Type: application/json; charset=utf-8\r\n"), ([200],)),
            ("capital type", settle(fields=b"content-TYPE: Application/JSON ;x=y\r\n"), ([200],)),
            ("two types", settle(fields=JSON_FIELD * 2), ([415],)),
            ("other type", settle(fields=b"Content-Type: application/jsonx\r\n"), ([415],)),
            ("no type", settle(fields=b""), ([415],)),
            ("empty type", settle(fields=b"Content-Type:\r\n"), ([415],)),
            ("gzip", settle(gzip.compress(CLAIM), JSON_FIELD + b"Content-Encoding: gzip\r\n"), ([415],)),
            ("gzip as JSON", settle(gzip.compress(CLAIM)), ([400],)),
            ("language", settle(fields=JSON_FIELD + b"Accept-Language: " + b"zh;q=," * 3000 + b"\r\n"), ([200],)),
            ("cookie", settle(fields=JSON_FIELD + b"Cookie: a\r\nCookie: b\r\nAuthorization: Basic\r\n"), ([200],)),
            ("two hosts", settle(fields=JSON_FIELD + b"Host: y\r\n"), ([400], [200])),
            ("field over two lines", settle(fields=JSON_FIELD + b"X: a\r\n b\r\n"), ([400], [200], [])),
            ("NUL in a field", settle(fields=JSON_FIELD + b"X: a\x00b\r\n"), refused),
            ("space before the colon", settle(fields=b"Content-Type : application/json\r\n"), ([400], [415], [])),
            ("name that is none", settle(fields=JSON_FIELD + b"X(y: z\r\n"), refused),
    ]:
        yield Attack(name, data, statuses=statuses)
    # The connection ends with the first answer, so that the second request has none.
    for name, fields, version in [("HTTP/1.0", b"", b"HTTP/1.0"), ("close", LAST, b"HTTP/1.1"),
                                  ("Close", b"Connection: Close\r\n", b"HTTP/1.1"),
                                  ("close, x", b"Connection: close, x\r\n", b"HTTP/1.1")]:
        data = request(b"GET", b"/health/live", None, fields, version) + request(b"GET", b"/health/live")
        yield Attack(f"request after {name}", data, statuses=([200],))
    for path, status in [(b"/health/live", 200), (b"/metrics", 200), (b"/v1/settle", 405), (b"/none", 404)]:
        yield Attack(f"HEAD {path.decode()}", request(b"HEAD", path), is_head=True, statuses=([status],))


def smuggling_attacks(refused):
    """Requests whose length two servers could take differently. The second request inside must never be answered."""
    hidden = SMUGGLED + b"0\r\n\r\n"
    whole = b"Content-Length: %d\r\n" % len(CLAIM)
    for name, fields, rest in [
            ("length and chunks", b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n" + SMUGGLED),
            ("chunks and length", b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", b"0\r\n\r\n" + SMUGGLED),
            ("two lengths", b"Content-Length: 0\r\n" + whole, CLAIM),
            ("lengths in a list", b"Content-Length: %d, %d\r\n" % (len(CLAIM), len(CLAIM)), CLAIM),
            ("length with a sign", b"Content-Length: +%d\r\n" % len(CLAIM), CLAIM),
            ("negative length", b"Content-Length: -1\r\n", CLAIM),
            ("hexadecimal length", b"Content-Length: 0x10\r\n", CLAIM),
            ("length beyond all numbers", b"Content-Length: 99999999999999999999999\r\n", CLAIM),
            ("unknown coding", b"Transfer-Encoding: xchunked\r\n", hidden),
            ("chunked first", b"Transfer-Encoding: chunked, identity\r\n", hidden),
            ("two codings", b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", hidden),
            ("coding before a space", b"Transfer-Encoding : chunked\r\n", hidden),
            ("coding after a tab", b"Transfer-Encoding:\x0bchunked\r\n", hidden),
            ("chunk of 2^64", b"Transfer-Encoding: chunked\r\n", b"10000000000000000\r\n" + CLAIM),
            ("negative chunk", b"Transfer-Encoding: chunked\r\n", b"-1\r\n" + CLAIM),
            ("chunk without its end", b"Transfer-Encoding: chunked\r\n", b"3\r\n{}xyz\r\n0\r\n\r\n"),
    ]:
        yield Attack(name, unframed(fields, rest), statuses=refused + ([413],))
    yield Attack(
        "gzip, then chunked", unframed(b"Transfer-Encoding: gzip, chunked\r\n", chunked(gzip.compress(CLAIM))),
        statuses=refused)


def costly_attacks():
    """Bodies of a mebibyte, each one request."""
    for name, body in costly_bodies():
        # A name of any length is one.
        yield Attack(name, settle(body), statuses=([200],) if name == "marks on one letter" else ([400], [422]))
    yield Attack("empty lines", settle(b"\n" * (MEBIBYTE // 16), LINES_FIELD, b"/v1/batch/settle"))


def costly_bodies():
    """Bodies of a mebibyte that are much work to refuse, where the work grows faster than the body."""
    names = [b'"k%06d":1' % number for number in range(MEBIBYTE // 24)]
    yield "unknown fields", b"{" + b",".join(b'"k%06d":1' % number for number in range(MEBIBYTE // 13)) + b"}"
    yield "equal fields", b"{" + b",".join(names + names) + b"}"
    yield "one field again and again", b"{" + b",".join([b'"a":1'] * (MEBIBYTE // 7)) + b"}"
    yield "empty lists", b'{"feedetail":[' + b",".join([b"[]"] * (MEBIBYTE // 4)) + b"]}"
    yield "empty objects", b'{"feedetail":[' + b",".join([b"{}"] * (MEBIBYTE // 4)) + b"]}"
    yield "diseases", CLAIM[:-1] + b',"diseases":[' + b",".join([b'"x"'] * (MEBIBYTE // 5)) + b"]}"
    yield "a long name", b'{"' + b"claim_id" * (MEBIBYTE // 8 - 8) + b'":1}'
    yield "a long number", CLAIM.replace(b"68000.00", b"9" * (MEBIBYTE - 2000))
    yield "a long fraction", CLAIM.replace(b"68000.00", b"0." + b"9" * (MEBIBYTE - 2000))
    yield "a long text", CLAIM.replace(b"2024-03-12", b"2" * (MEBIBYTE // 2 - 2000))
    yield "marks on one letter", CLAIM.replace(b"demo-01", "e\u0301\u0316".encode() * (MEBIBYTE // 6))
    yield "deep lists", b"[" * (MEBIBYTE - 1)
    yield "escapes", b'{"claim_id":"' + b"\\ud83d\\ude00" * (MEBIBYTE // 13) + b'"}'


class Maker:
    """Makes random malformed requests; the same ones for the same seed."""

    paths = [b"/v1/settle", b"/v1/standing", b"/v1/diff", b"/v1/batch/settle", b"/v1/regions", b"/health/live",
             b"/health/ready", b"/metrics", b"/openapi.json", b"/v1/regions/110000/rules",
             b"/v1/regions/110000/rules?on=2024-03-01"]
    methods = [b"GET", b"POST", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"TRACE", b"get", b"POST\x00", b"M-SEARCH",
               b"A" * 300]
    odd_texts = ["", "\u0000", "\ud800", "e\u0301" * 50, "\U0001f600", "x" * 5000, "' OR 1=1", "../../etc/passwd",
                 "110000", "2024-02-30", "２０２４-０１-０１", "1e5", "NaN", "\u202e", "\ufeff", "null", "${x}", "%s%n"]
    odd_values = [None, True, False, 0, -1, 10**30, -10**30, 0.1, 1e300, [], {}, [[]], {"": {}}, [None] * 20]
    raw_values = ["1e999", "-0", "1" * 500, "0." + "3" * 500, "01", ".5", "1.", "+1", "NaN", "Infinity", "'x'", "tru",
                  '"\\ud800"', '"\\u0000"', '"\\x"', '"\x01"', "[" * 40, '{"a":' * 40, '"', "/**/1", "[1,]", "{,}"]
    odd_paths = [b"?", b"??", b"?explain=full&explain=full", b"?on=", b"?on=2024-01-01&", b"?on=%32024-01-01", b"?%00",
                 b"?\xff=\xfe", b"%", b"%2", b"%zz", b"%ff%fe", b"\xe5\x8c\x97", b"/", b"//", b"/..", b";x", b"#", b"\x7f",
                 b"\\", b"?" + b"&" * 500, b"?a=" + b"b" * 20_000, b"\xcc\x81"]
    versions = [b"HTTP/1.1", b"HTTP/1.0", b"HTTP/2.0", b"http/1.1", b"HTTP/1.", b"HTTP/11.1", b"", b"ICY"]
    names = [b"X", b"Host", b"Connection", b"Expect", b"Upgrade", b"Accept-Language", b"If-None-Match", b"Authorization",
             b"Content-Encoding", b"Content-Type", b"Cookie", b"X y", b"", b"\xff", b":"]
    values = [b"", b"100-continue", b"h2c", b"*", b"close", b"zh;q=9", b'W/"', b"\x00", b"a\rb", b"\xff\xfe",
              b"x" * 20_000, b",".join([b"a"] * 3000)]
    lengths = [b"0", b"1", b"%d" % (len(CLAIM) - 1), b"%d" % (len(CLAIM) + 1), b"-1", b"1048577", b"4294967296",
               b"18446744073709551616", b"1 1", b"", b"1,1", b"\xd9\xa1", b"1e3", b"%d" % (1 << 62)]
    sizes = [b"5", b"0x5", b"-5", b"fffffffffffffffff", b"5;a=b", b"5;" + b"x" * 5000, b" 5", b"", b"g", b"05"]
    tails = [b"0\r\n\r\n", b"0\r\nX: y\r\n\r\n", b"0\r\n", b"", b"0\r\nContent-Length: 5\r\n\r\n", b"00000\r\n\r\n"]
    sides = ["110000@2024-03-01", "440100@2023-06-01", "110000", "@", "110000@", "@2024-01-01", "000000@2024-01-01",
             "110000@2024-02-30", "110000@1800-01-01", "110000@9999-12-31"]

    def __init__(self, seed):
        self.random = random.Random(seed)
        lines = (ROOT / "examples/claims/demo.ndjson").read_bytes().splitlines()
        lines.append(json.dumps(json.loads((ROOT / "examples/claims/side-by-side.json").read_text())).encode())
        self.claims = [json.loads(line) for line in lines]
        self.kinds = [
            (self.claim_requests, 40), (self.batch, 12), (self.comparison, 6), (self.path, 10), (self.request_line, 6),
            (self.fields, 8), (self.framing, 8), (self.chunks, 5), (self.flipped, 8), (self.cut, 8), (self.noise, 4),
            (self.reload, 0.2)]

    def next(self):
        kinds, weights = zip(*self.kinds)
        return self.random.choices(kinds, weights)[0]()

    def some_bytes(self, most):
        return self.random.randbytes(self.random.randint(0, most))

    # Bodies

    def broken_claim(self):
        """A claim with one to three faults."""
        claim = copy.deepcopy(self.random.choice(self.claims))
        for _ in range(self.random.randint(1, 3)):
            self.break_value(claim)
        text = json.dumps(claim, ensure_ascii=self.random.random() < 0.5).encode("utf-8", "surrogatepass")
        return self.break_text(text) if self.random.random() < 0.4 else text

    def break_value(self, claim):
        if not claim:
            return
        record = self.random.choice([claim] + [value for value in claim.values() if isinstance(value, dict) and value])
        key = self.random.choice(list(record))
        match self.random.randrange(6):
            case 0: del record[key]
            case 1: record[self.odd_name(key)] = record[key]
            case 2: record[key] = self.random.choice(self.odd_values)
            case 3: record[key] = self.random.choice(self.odd_texts)
            case 4: record[key] = self.nested(self.random.randint(1, 30))
            case 5: record[key] = copy.deepcopy(self.random.choice(list(claim.values())))

    def odd_name(self, key):
        return self.random.choice(
            [key[::-1], key + "\u0301", key.upper(), "", key[:-1], "x" * 2000, self.random.choice(self.odd_texts)])

    def nested(self, depth):
        value = self.random.choice(self.odd_values)
        for _ in range(depth):
            value = [value] if self.random.random() < 0.5 else {"a": value}
        return value

    def break_text(self, text):
        position = self.random.randrange(len(text) + 1)
        match self.random.randrange(6):
            case 0: return self.flip(text)
            case 1: return text[:position]
            case 2: return text[:position] + self.some_bytes(8) + text[position:]
            case 3: return text.replace(b": ", b": " + self.random.choice(self.raw_values).encode() + b", ", 1)
            case 4: return text[:-1] + b", " + text[1:]
            case _: return text + self.random.choice([b"}", b"\x00", b"{}", b"\n\n", b"\xff", b"\xef\xbb\xbf"])

    def flip(self, text):
        flipped = bytearray(text)
        for _ in range(self.random.randint(1, 4)):
            if flipped:
                flipped[self.random.randrange(len(flipped))] = self.random.randrange(256)
        return bytes(flipped)

    def body(self):
        if self.random.random() < 0.1:
            return self.some_bytes(self.random.choice([10, 1000, 20_000]))
        return self.broken_claim()

    # Requests that are HTTP

    def claim_requests(self):
        """Several on one connection."""
        count = self.random.randint(1, 8)
        data = b"".join(self.claim_request() for _ in range(count))
        return Attack("claims", data, count=count)

    def claim_request(self):
        path = self.random.choice([b"/v1/settle", b"/v1/settle?explain=full", b"/v1/standing"])
        return settle(self.body(), JSON_FIELD + self.random.choice([b"", b"Accept-Language: en\r\n"]), path)

    def batch(self):
        lines = [self.random.choice([self.broken_claim(), CLAIM, b"", self.some_bytes(50), b"\r"])
                 for _ in range(self.random.randint(0, 20))]
        body = b"\n".join(lines) + self.random.choice([b"", b"\n"])
        return Attack("batch", settle(body, LINES_FIELD, b"/v1/batch/settle"))

    def comparison(self):
        comparison = {key: self.random.choice(self.sides + [self.random.choice(self.odd_texts)])
                      for key in ("before", "after")}
        if self.random.random() < 0.3:
            self.break_value(comparison)
        text = json.dumps(comparison).encode()
        return Attack("comparison", settle(self.break_text(text) if self.random.random() < 0.3 else text, path=b"/v1/diff"))

    def reload(self):
        return Attack("reload", request(b"POST", b"/v1/reload", self.body(), JSON_FIELD))

    def path(self):
        path, odd = self.random.choice(self.paths), self.random.choice(self.odd_paths)
        position = self.random.randrange(1, len(path) + 1)
        path = path[:position] + odd + (path[position:] if self.random.random() < 0.5 else b"")
        body = CLAIM if self.random.random() < 0.3 else None
        return Attack("path", request(self.random.choice(self.methods), path, body, JSON_FIELD))

    # Requests that are hardly HTTP

    def request_line(self):
        parts = [self.random.choice(self.methods), self.random.choice(self.paths + [b"", b"*", self.some_bytes(20)]),
                 self.random.choice(self.versions)]
        line = self.random.choice([b" ", b"  ", b"\t", b"\r", b"\x00"]).join(parts)
        end = self.random.choice([b"\r\n", b"\n", b"\r", b"\r\n\r\n"])
        return Attack("request line", line + end + b"Host: x\r\n\r\n")

    def fields(self):
        field = (self.random.choice(self.names) + self.random.choice([b": ", b":", b" : ", b"", b"=\t"])
                 + self.random.choice(self.values + [self.some_bytes(30)]) + self.random.choice([b"\r\n", b"\n", b"\r"]))
        return Attack("fields", settle(fields=JSON_FIELD + field * self.random.choice([1, 1, 2, 50, 120])))

    def framing(self):
        more = self.random.choice([b"", b"", b"Transfer-Encoding: chunked\r\n", b"Content-Length: 3\r\n"])
        rest = self.random.choice([CLAIM, b"", CLAIM + SMUGGLED, b"5\r\nhello\r\n0\r\n\r\n"])
        return Attack("framing", unframed(b"Content-Length: " + self.random.choice(self.lengths) + b"\r\n" + more, rest))

    def chunks(self):
        path, kind = self.random.choice([(b"/v1/settle", JSON_FIELD), (b"/v1/batch/settle", LINES_FIELD)])
        head = request(b"POST", path, None, kind + b"Transfer-Encoding: chunked\r\n")
        data = self.random.choice([b"hello", b"hell", b"hello!", CLAIM, self.some_bytes(100)])
        chunk = self.random.choice(self.sizes) + b"\r\n" + data + self.random.choice([b"\r\n", b"\n", b""])
        return Attack("chunks", head + chunk + self.random.choice(self.tails), is_broken=True)

    def flipped(self):
        """Some bytes of a good request are others; also of its head."""
        return Attack("flipped", self.flip(settle()))

    def cut(self):
        """The caller stops in the middle, and stays or goes."""
        data = self.random.choice([settle(), settle(CLAIM + b"\n" + CLAIM, LINES_FIELD, b"/v1/batch/settle"),
                                   unframed(b"Transfer-Encoding: chunked\r\n", chunked(CLAIM[:50], CLAIM[50:]))])
        end = self.random.choices(["half", "close", "reset", "wait"], [10, 10, 10, 0.3])[0]
        return Attack("cut", data[:self.random.randrange(len(data))], end, is_broken=True)

    def noise(self):
        return Attack("noise", self.some_bytes(self.random.choice([4, 100, 5000])) + self.random.choice([b"", b"\r\n\r\n"]))
