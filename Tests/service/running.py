"""A running service for the programs in this folder, which are all called with the path of POLICY first."""

import http.client
import json
import pathlib
import socket
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
POLICY = str(pathlib.Path(sys.argv.pop(1)).resolve()) if len(sys.argv) > 1 and sys.argv[1][0] != "-" else ""
CLAIM = (ROOT / "examples/claims/demo.ndjson").read_bytes().split(b"\n")[0]
JSON = {"Content-Type": "application/json"}


class Service:
    """A service of its own, ended with the test."""

    def __init__(self, *arguments, listen="127.0.0.1:0"):
        self.process = subprocess.Popen(
            [POLICY, "serve", "--listen", listen, *arguments], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        self.log = []
        self.port = 0
        started = threading.Event()
        threading.Thread(target=self._read, args=(started,), daemon=True).start()
        if not started.wait(60) or not self.port:
            self.process.kill()
            raise AssertionError(f"did not start: {self.log}")

    def _read(self, started):
        for line in self.process.stderr:
            self.log.append(line)
            if '"message": "listening"' in line:
                self.port = int(json.loads(line)["port"])
                started.set()
        started.set()

    def request(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        text = response.read()
        connection.close()
        return response.status, text

    def socket(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def revision(self):
        return json.loads(self.request("GET", "/health/ready")[1])["revision"]

    def waits_for(self, condition):
        for _ in range(300):
            if condition():
                return True
            time.sleep(0.1)
        return False

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stderr.close()
