"""A running `policy settle --carry-accounts` with lines going in and answers coming out.

    with RuleProgram(["policy", "settle", "--carry-accounts", "--policies", "policies"]) as program:
        program.write(b'{"claim_id": ...}\n')
        answers = program.ready()      # those that are there by now
        answers += program.finish()    # the rest, one for each line

One line out for every line in, in order; anything else is an error, never a shorter result.
"""
import os
import queue
import signal
import subprocess
import tempfile
import threading

# 0: every claim settled; 1: some were refused, each with an answer of its own. All else is a program that broke off.
GOOD_EXITS = (0, 1)


class RuleProgramFailed(RuntimeError):
    """The program broke off, or did not answer every line."""


class RuleProgram:
    def __init__(self, command):
        self.command = command
        self.written = self.answered = 0
        self._errors = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors,
            start_new_session=True)
        self._pieces = queue.SimpleQueue()
        self._rest = b""
        # Its output is always taken, so writing to it can never wait for ever.
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Whatever happened, nothing keeps running."""
        self._end()
        try:
            self._process.stdin.close()
        except BrokenPipeError:
            pass
        self._reader.join()
        self._process.stdout.close()
        self._errors.close()

    def write(self, lines):
        """Gives it lines, each with its end."""
        try:
            self._process.stdin.write(lines)
        except BrokenPipeError:
            self._fail()
        self.written += lines.count(b"\n")

    def ready(self):
        """Answers that have come, without waiting; without line ends."""
        pieces = []
        while not self._pieces.empty():
            pieces.append(self._pieces.get())
        return self._lines(pieces)

    def finish(self):
        """Ends the input, waits, and checks that everything was answered."""
        try:
            self._process.stdin.close()
        except BrokenPipeError:
            self._fail()
        self._reader.join()
        answers = self.ready()
        if self._process.wait() not in GOOD_EXITS or self._rest or self.answered != self.written:
            self._fail()
        return answers

    def _read(self):
        while piece := self._process.stdout.read1(1 << 16):
            self._pieces.put(piece)

    def _lines(self, pieces):
        *lines, self._rest = b"".join([self._rest, *pieces]).split(b"\n")
        self.answered += len(lines)
        return lines

    def _end(self):
        """Ends the program, and what it started itself: that would keep the pipes open. Gives its exit code."""
        if self._process.returncode is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        return self._process.wait()

    def _fail(self):
        code = self._end()
        self._errors.seek(0)
        words = self._errors.read()[-2000:].decode("utf-8", "replace")
        raise RuleProgramFailed(
            f"{' '.join(self.command)}: exit {code}, {self.written} lines in, {self.answered} answers out\n{words}")
