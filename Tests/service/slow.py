"""Clients that take up a service's connections and do little with them."""

import asyncio
import socket
import threading

from running import CLAIM

# Seconds between two bytes of a slow client.
PAUSE = 0.2

LIVE = b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n"
LARGE = b"GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n"
BATCH = (b"POST /v1/batch/settle HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
         b"Transfer-Encoding: chunked\r\n\r\n")


def post(content_type: bytes) -> bytes:
    return (b"POST /v1/settle HTTP/1.1\r\nHost: x\r\nContent-Type: " + content_type
            + b"\r\nContent-Length: 100000\r\n\r\n")


def chunk(text: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(text), text)


class Connection:
    """One connection of the crowd, with a small buffer so that what is not read fills up."""

    def __init__(self):
        self.loop = asyncio.get_running_loop()
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.socket.setblocking(False)

    def close(self):
        self.loop.remove_reader(self.socket)
        self.loop.remove_writer(self.socket)
        self.socket.close()

    async def open(self, port: int):
        await self.loop.sock_connect(self.socket, ("127.0.0.1", port))

    async def send(self, text: bytes):
        await self.loop.sock_sendall(self.socket, text)

    async def receive(self, count: int = 65536) -> bytes:
        piece = await self.loop.sock_recv(self.socket, count)
        if not piece:
            raise ConnectionError("closed by the service")
        return piece

    async def answered(self, request: bytes) -> int:
        """The status of the answer to a request."""
        await self.send(request)
        return int((await self.receive()).split(b" ")[1])

    async def trickle(self, text: bytes):
        """Byte by byte, over and over, whether or not the service still listens."""
        while True:
            for byte in text:
                await self.send(bytes([byte]))
                await asyncio.sleep(PAUSE)

    async def wait(self):
        """Sends nothing more; ends when the service closes."""
        while True:
            await self.receive()


# What the crowd does on a connection. Each goes on until the service closes, and then an error of the connection ends it.

async def silent(connection: Connection):
    await connection.wait()


async def kept_after_an_answer(connection: Connection):
    await connection.answered(LIVE)
    await connection.wait()


async def trickled_head(connection: Connection):
    await connection.send(b"POST /v1/settle HTTP/1.1\r\nX-Slow: ")
    await connection.trickle(b"x")


async def trickled_later_head(connection: Connection):
    await connection.answered(LIVE)
    await trickled_head(connection)


async def trickled_body(connection: Connection):
    await connection.send(post(b"application/json"))
    await connection.trickle(CLAIM)


async def trickled_body_after_its_refusal(connection: Connection):
    await connection.answered(post(b"text/plain"))
    await connection.trickle(CLAIM)


async def silent_after_what_is_not_http(connection: Connection):
    await connection.answered(b"not HTTP\r\n\r\n")
    await asyncio.sleep(3600)


async def paused_batch(connection: Connection):
    await connection.answered(BATCH + chunk(CLAIM + b"\n"))
    await connection.wait()


async def batch_whose_answers_are_not_read(connection: Connection):
    await connection.send(BATCH)
    lines = chunk((CLAIM + b"\n") * 100)
    while True:
        await connection.send(lines)


async def answers_read_by_the_byte(connection: Connection):
    await connection.send(LARGE * 20)
    while True:
        await connection.receive(1)
        await asyncio.sleep(PAUSE)


IDLE = [silent, kept_after_an_answer]
SLOW = [trickled_head, trickled_later_head, trickled_body, trickled_body_after_its_refusal, paused_batch,
        batch_whose_answers_are_not_read, answers_read_by_the_byte, silent_after_what_is_not_http]


class Crowd:
    """All idle and slow clients, on a thread of their own. While it gathers, those that were closed come back."""

    def __init__(self, port: int, idle: int, slow: int, patience: float):
        self.port = port
        # Seconds after which those come anew that do not look whether they were closed.
        self.patience = patience
        self.kinds = ([IDLE[number % len(IDLE)] for number in range(idle)]
                      + [SLOW[number % len(SLOW)] for number in range(slow)])
        self.gathers = True
        # What the connection from a local port does.
        self.kind_of_port = {}
        self.misunderstood = []
        self.ended = threading.Event()
        self.thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)
        self.thread.start()

    def end(self):
        self.ended.set()
        self.thread.join()

    async def _run(self):
        members = [asyncio.create_task(self._member(kind)) for kind in self.kinds]
        while not self.ended.is_set():
            await asyncio.sleep(PAUSE)
        for member in members:
            member.cancel()
        await asyncio.wait(members)

    async def _member(self, kind):
        while self.gathers:
            behaviour = asyncio.create_task(self._behave(kind))
            try:
                await asyncio.wait([behaviour], timeout=self.patience)
                if not self.gathers:
                    await behaviour
            finally:
                behaviour.cancel()
                await asyncio.wait([behaviour])

    async def _behave(self, kind):
        connection = Connection()
        try:
            await connection.open(self.port)
            self.kind_of_port[connection.socket.getsockname()[1]] = kind.__name__
            await kind(connection)
        except OSError:
            # So that nobody who is refused at once comes as fast as he can.
            await asyncio.sleep(PAUSE)
        except (ValueError, IndexError) as error:
            self.misunderstood.append(f"{kind.__name__}: {error}")
        finally:
            connection.close()
