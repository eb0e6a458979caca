"""The processes in which documents are read: started when they are needed, kept, ended together."""

from __future__ import annotations

import threading
import time

import msgspec

from tui import pipes
from tui.readers.messages import Answer, Failed, Order, Question, Said

PATIENCE = 60
"""Seconds by the clock between two signs of life, for machines that are busy with other things."""
_LARGEST = 256 * 1024 * 1024
"""Bytes that a process may say at once."""

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Answer).decode


class Worker:
    """One process that reads documents for us."""

    def __init__(self) -> None:
        """Start the process."""
        self.process = pipes.started("tui.readers.apart")
        assert self.process.stdin is not None and self.process.stdout is not None  # noqa: S101, PT018
        self._to, self._from = self.process.stdin, pipes.Incoming(self.process.stdout)

    def tell(self, order: Order) -> None:
        """Send something.

        Raises:
            EOFError: the process has ended.
        """
        try:
            pipes.send(self._to, _encode(order))
        except (OSError, ValueError) as error:
            raise EOFError from error

    def hear(self) -> tuple[Said | Failed | Question, int]:
        """Return what the process says next, and its size.

        Raises:
            TimeoutError: it says nothing for longer than it may.
            EOFError: the process has ended.
            msgspec.DecodeError: it says what makes no sense.
        """
        message = self._from.receive(time.monotonic() + PATIENCE, _LARGEST)
        return _decode(message), len(message)

    def stop(self) -> None:
        """End the process."""
        pipes.ended(self.process)


class Workers:
    """The processes; one that has nothing to do is kept for the next document."""

    def __init__(self) -> None:
        self.idle: list[Worker] = []
        self._busy: list[Worker] = []
        self._lock = threading.Lock()
        self.stops = 0
        """How often all were ended: what was begun before must not start another."""

    @property
    def all(self) -> list[Worker]:
        """Those that have something to do, and those that have not."""
        return [*self._busy, *self.idle]

    def take(self, stops: int) -> Worker:
        """Return a process that waits for work, or a new one.

        Raises:
            EOFError: all were ended since.
            OSError: none can be started.
        """
        with self._lock:
            while self.idle:
                worker = self.idle.pop()
                if worker.process.poll() is None:
                    self._busy.append(worker)
                    return worker
                worker.stop()
            if self.stops == stops:
                worker = Worker()  # under the lock: `stop` finds it, or comes first
                self._busy.append(worker)
                return worker
        raise EOFError

    def put_back(self, worker: Worker, *, healthy: bool) -> None:
        """Take back a process; one that is not healthy is ended."""
        with self._lock:
            kept = healthy and worker in self._busy  # else it was told to end
            if worker in self._busy:
                self._busy.remove(worker)
            if kept:
                self.idle.append(worker)
        if not kept:
            worker.stop()

    def stop(self) -> None:
        """End the processes; the next document starts one afresh, and what is being read fails."""
        with self._lock:
            self.stops += 1
            idle, busy = list(self.idle), list(self._busy)
            self.idle.clear()
            self._busy.clear()
            for worker in busy:
                worker.process.kill()  # whoever waits for it sees that, and stops it
        for worker in idle:
            worker.stop()
