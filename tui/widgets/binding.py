"""From the command table to Textual's bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.commands import Command, Place, commands_of


def bindings_for(*places: Place) -> list[BindingType]:
    """Return the bindings of all commands that work in these places; their ids are the commands' names."""
    return [bound(command) for command in commands_of(*places) if command.keys]


def bound(command: Command, *, priority: bool = False) -> Binding:
    """Return one command as a binding."""
    return Binding(command.keys, command.name, command.title, show=False, priority=priority, id=command.name)
