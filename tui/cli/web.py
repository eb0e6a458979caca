"""The web server of `matinee serve`: textual-serve behind a check of who is asking.

textual-serve alone answers any Host and any Origin, so any web page that the user has open could connect to the
WebSocket and type into the app. Here a request must name this machine as its Host (that stops DNS rebinding) and
must come from the page that this server gave out (that stops other sites).
"""

from __future__ import annotations

import logging
from socket import socket

from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server

NAMES = ("127.0.0.1", "localhost", "[::1]")
"""How a browser on this machine may call it."""


class LocalServer(Server):
    """A server that only the machine it runs on, and only its own page, may speak to."""

    def serve_on(self, bound: socket) -> None:
        """Serve on a port that is bound already, so that nobody is told of a page that is not there."""
        self.initialize_logging()
        web.run_app(self._make_app(), sock=bound, print=None)

    def initialize_logging(self) -> None:
        """Log what goes wrong and nothing else, to standard error."""
        logging.basicConfig(level=logging.WARNING, format="%(message)s")

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: the command has said where the page is."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._checked)
        return app

    @property
    def hosts(self) -> frozenset[str]:
        """Values of the Host header that mean this server."""
        return frozenset(f"{name}:{self.port}" for name in NAMES) | (
            frozenset(NAMES) if self.port == 80 else frozenset()
        )

    @web.middleware
    async def _checked(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.headers.get("Host", "").lower() not in self.hosts:
            raise web.HTTPForbidden(text="This server answers its own machine only.\n")
        origin = request.headers.get("Origin")
        needed = request.path == "/ws"
        if (needed or origin is not None) and origin not in {f"http://{host}" for host in self.hosts}:
            raise web.HTTPForbidden(text="This request comes from another site.\n")
        if request.path == "/static/":
            raise web.HTTPNotFound
        return await handler(request)
