"""From the command table to Textual's bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.commands import Command, Place, commands_of


def bindings_for(*places: Place) -> list[BindingType]:
    """Return the bindings of all commands that work in these places; their ids are the commands' names.

    What a screen does by Ctrl and a letter goes before what a field on it would do by the same.
    """
    commands = [command for command in commands_of(*places) if command.keys]
    return [bound(command, priority=command.place == "search" and "ctrl+" in command.keys) for command in commands]


def bound(command: Command, *, priority: bool = False) -> Binding:
    """Return one command as a binding."""
    return Binding(command.keys, command.name, command.title, show=False, priority=priority, id=command.name)
