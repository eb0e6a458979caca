"""The processes in which documents are read: started when they are needed, kept, ended together."""

from __future__ import annotations

import atexit
import threading
import time
from typing import ClassVar
from weakref import WeakSet

import msgspec

from tui import pipes
from tui.readers.messages import Answer, Failed, Order, Question, Said

PATIENCE = 60
"""Seconds by the clock between two signs of life, for machines that are busy with other things."""
IDLE = 30
"""Seconds after an import for which its processes are kept for the next one: they take some fifty megabytes each."""
_LARGEST = 256 * 1024 * 1024
"""Bytes that a process may say at once."""

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Answer).decode


class Worker:
    """One process that reads documents for us."""

    def __init__(self) -> None:
        """Start the process."""
        self.process = pipes.started("tui.readers.reading_process")
        assert self.process.stdin is not None and self.process.stdout is not None  # noqa: S101, PT018 - with pipes
        self._to, self._from = self.process.stdin, pipes.Incoming(self.process.stdout)

    def tell(self, order: Order) -> None:
        """Send something.

        Raises:
            EOFError: the process has ended.
        """
        message = _encode(order)
        try:
            pipes.send(self._to, message)
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

    @property
    def is_alive(self) -> bool:
        """Whether the process has not ended."""
        return self.process.poll() is None

    def stop(self) -> None:
        """End the process."""
        pipes.ended(self.process)


class Workers:
    """The processes that read for one import; those that have nothing to do are kept for the next one."""

    _idle: ClassVar[list[Worker]] = []
    _all: ClassVar[WeakSet[Worker]] = WeakSet()
    _lock: ClassVar[threading.Lock] = threading.Lock()
    _timer: ClassVar[threading.Timer | None] = None

    def __init__(self) -> None:
        """Begin with none."""
        self._busy: list[Worker] = []
        self._stopped = False

    @property
    def is_stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._stopped

    def take(self) -> Worker:
        """Return a process that waits for work, or a new one.

        Raises:
            EOFError: all were ended, and no more are to be started.
            OSError: none can be started.
        """
        with self._lock:  # also while one is started: `stop` finds it, or comes first
            if self._stopped:
                raise EOFError
            while self._idle and not self._idle[-1].is_alive:
                self._idle.pop().stop()
            worker = self._idle.pop() if self._idle else Worker()
            self._all.add(worker)
            self._busy.append(worker)
            return worker

    def put_back(self, worker: Worker, *, healthy: bool) -> None:
        """Take back a process; one that is not healthy is ended."""
        with self._lock:
            self._busy.remove(worker)
            kept = healthy and not self._stopped
            if kept:
                self._idle.append(worker)
        if not kept:
            worker.stop()

    def stop(self) -> None:
        """End those that have something to do: nobody wants to hear it."""
        with self._lock:
            self._stopped = True
            for worker in self._busy:
                worker.process.kill()  # whoever waits for it sees that, and ends it

    @classmethod
    def alive(cls) -> list[Worker]:
        """Return all processes that have not ended."""
        with cls._lock:
            return [worker for worker in cls._all if worker.is_alive]

    @classmethod
    def let_go(cls) -> None:
        """End those that have nothing to do."""
        with cls._lock:
            idle = list(cls._idle)
            cls._idle.clear()
        for worker in idle:
            worker.stop()

    @classmethod
    def let_go_later(cls) -> None:
        """End those that have nothing to do in a while."""
        with cls._lock:
            if cls._timer is not None:
                cls._timer.cancel()
            cls._timer = threading.Timer(IDLE, cls.let_go)
            cls._timer.daemon = True
            cls._timer.start()

    @classmethod
    def end(cls) -> None:
        """End all of them."""
        for worker in cls.alive():
            worker.process.kill()
        cls.let_go()


atexit.register(Workers.end)
