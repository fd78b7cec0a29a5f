"""The running service as a caller sees it: over sockets, with signals, changing files and TLS.

Usage: live.py POLICY, where POLICY was built with the trait Server. Needs openssl for the certificate.
"""

import http.client
import json
import pathlib
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
import unittest

from running import CLAIM, JSON, ROOT, Service


class LiveTest(unittest.TestCase):
    def start(self, *arguments, **options):
        service = Service(*arguments, **options)
        self.addCleanup(service.end)
        return service

    def folder(self):
        folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        return folder

    def test_answers_and_log_hold_nothing_of_a_person(self):
        service = self.start()
        status, text = service.request("POST", "/v1/settle", CLAIM, JSON)
        self.assertEqual(status, 200)
        self.assertEqual(json.loads(text)["result"]["claim_id"], "demo-01")
        service.request("GET", "/v1/X0001?psn_no=X0001")
        service.request("POST", "/v1/settle", CLAIM[:-5], JSON)
        time.sleep(0.3)
        log = "".join(service.log)
        self.assertIn("/v1/settle", log)
        self.assertNotIn("X0001", log)
        self.assertNotIn("demo-01", log)

    def test_batch_streams_both_ways(self):
        service = self.start()
        with service.socket() as connection:
            connection.sendall(
                b"POST /v1/batch/settle HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                b"Transfer-Encoding: chunked\r\n\r\n")
            line = CLAIM + b"\n"
            seen = b""
            for number in range(1, 4):
                connection.sendall(b"%x\r\n%s\r\n" % (len(line), line))
                # The answer comes before the body has ended.
                while b'"line": %d,' % number not in seen:
                    piece = connection.recv(65536)
                    self.assertTrue(piece)
                    seen += piece
            connection.sendall(b"0\r\n\r\n")

    def test_a_slow_head_is_closed_and_others_are_served(self):
        service = self.start("--header-time", "1", "--idle-time", "2")
        slow = service.socket()
        slow.sendall(b"POST /v1/settle HTTP/1.1\r\n")
        self.assertEqual(service.request("GET", "/health/live")[0], 200)
        begun = time.monotonic()
        self.assertEqual(slow.recv(1), b"")
        self.assertLess(time.monotonic() - begun, 3)
        slow.close()

    def test_a_slow_body_is_refused(self):
        service = self.start("--body-time", "1")
        with service.socket() as connection:
            connection.sendall(
                b"POST /v1/settle HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
            self.assertTrue(connection.recv(65536).startswith(b"HTTP/1.1 408"))

    def test_a_body_longer_than_allowed_is_refused_and_closed(self):
        service = self.start("--max-body", "1000")
        with service.socket() as connection:
            connection.sendall(
                b"POST /v1/settle HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                b"Transfer-Encoding: chunked\r\n\r\n7d0\r\n" + b" " * 2000 + b"\r\n")
            seen = b""
            while piece := connection.recv(65536):
                seen += piece
            self.assertTrue(seen.startswith(b"HTTP/1.1 413"))

    def test_what_is_not_http_ends_no_service(self):
        service = self.start()
        for text in [b"\x00\x01\x02\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
                     b"POST /v1/settle HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                     b"POST /v1/settle HTTP/1.1\r\nContent-Type: application/json\r\n"
                     b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                     b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n"]:
            with service.socket() as connection:
                try:
                    connection.sendall(text)
                    connection.shutdown(socket.SHUT_WR)
                    answer = connection.recv(65536)
                except ConnectionError:
                    continue
                self.assertNotIn(b" 500 ", answer.split(b"\r\n")[0])
        self.assertEqual(service.request("GET", "/health/live")[0], 200)

    def test_rules_are_replaced_and_faulty_ones_are_not(self):
        folder = self.folder()
        policies = folder / "policies"
        shutil.copytree(ROOT / "policies", policies)
        service = self.start("--policies", str(policies), "--watch")
        first = service.revision()
        file = next((policies / "110000-beijing").glob("*.yaml"))
        good = file.read_text()
        file.write_text(good + "\n# another comment\n")
        self.assertTrue(service.waits_for(lambda: service.revision() != first))
        second = service.revision()
        file.write_text(good + "\nno_such_key: 1\n")
        self.assertTrue(service.waits_for(lambda: "those before stay" in "".join(service.log)))
        status, text = service.request("POST", "/v1/reload")
        self.assertEqual((status, json.loads(text)["errors"][0]["code"]), (422, "H0112"))
        self.assertEqual(service.revision(), second)
        shutil.rmtree(policies)
        time.sleep(1.5)
        self.assertEqual(service.request("POST", "/v1/settle", CLAIM, JSON)[0], 200)
        self.assertEqual(service.revision(), second)
        shutil.copytree(ROOT / "policies", policies)
        service.process.send_signal(signal.SIGHUP)
        self.assertTrue(service.waits_for(lambda: service.revision() == first))

    def test_requests_in_flight_finish_when_the_service_ends(self):
        service = self.start()
        connection = service.socket()
        connection.sendall(
            b"POST /v1/settle HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            % len(CLAIM) + CLAIM[:100])
        time.sleep(0.3)
        service.process.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        connection.sendall(CLAIM[100:])
        self.assertTrue(connection.recv(65536).startswith(b"HTTP/1.1 200"))
        connection.close()
        self.assertEqual(service.process.wait(10), 0)

    def test_elsewhere_only_with_tokens_and_tls(self):
        folder = self.folder()
        (chain, key, tokens) = (folder / name for name in ("chain.pem", "key.pem", "tokens"))
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
             "-subj", "/CN=localhost", "-days", "1", "-keyout", key, "-out", chain], check=True, capture_output=True)
        tokens.write_text("t" * 40 + "\n")
        service = self.start(
            "--tokens", str(tokens), "--tls-certificate", str(chain), "--tls-key", str(key), listen="0.0.0.0:0")
        context = ssl.create_default_context(cafile=chain)
        context.check_hostname = False
        for token, expected in [("t" * 40, 200), ("u" * 40, 401)]:
            connection = http.client.HTTPSConnection("127.0.0.1", service.port, context=context, timeout=30)
            connection.request("GET", "/v1/regions", headers={"Authorization": f"Bearer {token}"})
            self.assertEqual(connection.getresponse().status, expected)
            connection.close()
        with service.socket() as plain:
            plain.sendall(b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
            self.assertNotIn(b"200", plain.recv(65536))


if __name__ == "__main__":
    unittest.main()
