"""Every command once: its keys, words and place; bindings, footer, palette, help and the README's table come from here.

A widget or screen binds the commands of its place (`bindings_for`) and has an `action_<name>` for each; a
test holds the two together. The configuration's `[keys]` remaps a command by its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

Place = Literal["app", "browser", "pane", "list", "bar", "search", "dialog", "import", "unfiled", "concordance"]
Group = Literal["Move", "Read", "Find", "Films", "Library", "Matinee"]


class Command(msgspec.Struct, frozen=True):
    """One thing that a user can do."""

    name: str
    """Of the action, and in the configuration's `[keys]`."""
    keys: str
    """Textual's names, parted by commas; empty for what is reached by the palette alone."""
    title: str
    """A word or two for the footer."""
    help: str
    """One sentence for the help screen and the palette."""
    group: Group
    place: Place
    footer: int = 0
    """Rank in the footer, 1 first; 0 is not shown there."""
    palette: bool = True
    """Whether the palette and the help screen can run it."""


C = Command
COMMANDS: tuple[Command, ...] = (
    C("cursor_down", "j,down", "down", "Move down, a row or a line.", "Move", "list", 0, False),
    C("cursor_up", "k,up", "up", "Move up.", "Move", "list", 0, False),
    C("page_down", "space,pagedown,ctrl+d", "page", "Move a page down.", "Move", "list", 0, False),
    C("page_up", "b,pageup,ctrl+u", "page back", "Move a page up.", "Move", "list", 0, False),
    C("go_first", "g,home", "top", "Go to the beginning.", "Move", "list", 0, False),
    C("go_last", "G,end", "end", "Go to the end.", "Move", "list", 0, False),
    C("choose", "enter", "open", "Open the row under the cursor.", "Move", "list", 3, False),
    C("line_down", "j,down", "down", "Move down, a row or a line.", "Move", "pane", 0, False),
    C("line_up", "k,up", "up", "Move up.", "Move", "pane", 0, False),
    C("page_forth", "space,pagedown,ctrl+d", "page", "Move a page down.", "Move", "pane", 0, False),
    C("page_back", "b,pageup,ctrl+u", "page back", "Move a page up.", "Move", "pane", 0, False),
    C("text_start", "g,home", "top", "Go to the beginning.", "Move", "pane", 0, False),
    C("text_end", "G,end", "end", "Go to the end.", "Move", "pane", 0, False),
    C("fold", "enter,x", "fold", "Fold or unfold the review that is marked.", "Read", "pane", 8),
    C("fold_all", "X", "fold all", "Fold or unfold every review of this pane.", "Read", "pane"),
    C("films", "0", "films", "Go to the film list.", "Move", "browser"),
    C("synopsis", "1", "synopsis", "Go to the synopsis.", "Move", "browser"),
    C("reviews", "2", "reviews", "Go to the reviews.", "Move", "browser"),
    C("trivia", "3", "trivia", "Go to the trivia.", "Move", "browser"),
    C("next_pane", "tab,l,right", "pane", "Go to the next pane.", "Move", "browser", 4),
    C("previous_pane", "shift+tab,h,left", "pane back", "Go to the previous pane.", "Move", "browser"),
    C(
        "next_item",
        "J,shift+down",
        "next",
        "Go to the next review or piece of trivia, from any pane.",
        "Move",
        "browser",
    ),
    C("previous_item", "K,shift+up", "previous", "Go to the previous review or piece of trivia.", "Move", "browser"),
    C("topics", "t", "jump", "Jump to a letter of the film list, a reviewer, a topic.", "Move", "browser"),
    C("jump_back", "ctrl+o,alt+left", "back", "Go back to where you were before the last jump.", "Move", "browser"),
    C("jump_forward", "alt+right", "forward", "Go forward again.", "Move", "browser"),
    C(
        "leave",
        "escape",
        "back",
        "Leave the search, the filter, the zoom or the pane, and be where you were.",
        "Move",
        "browser",
    ),
    C("find", "slash", "search", "Search this film as you type.", "Find", "browser", 1),
    C("search", "s,ctrl+f", "everywhere", "Search the whole library as you type.", "Find", "browser", 2),
    C("next_match", "n", "match", "Go to the next match.", "Find", "browser", 5),
    C("previous_match", "N", "previous match", "Go to the previous match.", "Find", "browser"),
    C(
        "concordance",
        "c",
        "concordance",
        "List every match of the search in its context, one line each.",
        "Find",
        "browser",
    ),
    C("similar", "m", "more like this", "Find reviews like the one that is marked.", "Find", "browser"),
    C("saved", "at", "saved", "Open a saved search.", "Find", "browser"),
    C("bookmarks", "apostrophe", "bookmarks", "List every passage that you bookmarked.", "Find", "browser"),
    C("zoom", "z", "zoom", "Give the whole window to this pane, or take it back.", "Read", "browser", 6),
    C("reveal", "v", "spoiler", "Show or veil the spoiler that is marked.", "Read", "browser", 7),
    C("reveal_all", "V", "all spoilers", "Show or veil every spoiler of this film.", "Read", "browser"),
    C(
        "evidence",
        "e",
        "evidence",
        "Show the documents that this comes from, and what else they say.",
        "Read",
        "browser",
    ),
    C("copy", "y", "copy", "Copy the selected text, or the review that is marked.", "Read", "browser"),
    C("sort", "o", "sort", "Sort and group the films, or sort the reviews.", "Films", "browser", 9),
    C(
        "filter",
        "f",
        "filter",
        "Filter the films as you type, or the reviews by rating or author.",
        "Films",
        "browser",
        10,
    ),
    C("narrower", "less_than_sign", "narrower", "Make the film list narrower.", "Read", "browser"),
    C("wider", "greater_than_sign", "wider", "Make the film list wider.", "Read", "browser"),
    C("split_left", "left_square_bracket", "split left", "Give the trivia more room.", "Read", "browser"),
    C("split_right", "right_square_bracket", "split right", "Give the reviews more room.", "Read", "browser"),
    C("split_up", "minus", "split up", "Give the synopsis less room.", "Read", "browser"),
    C("split_down", "plus,equals_sign", "split down", "Give the synopsis more room.", "Read", "browser"),
    C("import_documents", "i", "import", "Read documents into the library.", "Library", "browser", 11),
    C("unfiled", "U", "unfiled", "See what waits for its film, and file it.", "Library", "browser"),
    C("undo", "u", "undo", "Take back the last change of the library.", "Library", "browser"),
    C("starter", "S", "starter", "Bring the starter collection into the library.", "Library", "browser"),
    C("watchlist", "w", "watchlist", "Put the film on your watchlist, or take it off.", "Library", "browser"),
    C("rate", "r", "rate", "Give the film your own rating.", "Library", "browser"),
    C("log", "W", "log", "Note that you saw the film: the day, and what you gave it.", "Library", "browser"),
    C("like", "L", "like", "Like the film, or no more.", "Library", "browser"),
    C("tag", "", "tag", "Give the film tags of yours, or take them off.", "Library", "browser"),
    C("bookmark", "B", "bookmark", "Bookmark what is marked, or take the bookmark away.", "Library", "browser"),
    C("note", "A", "note", "Write a note on the film or on what is marked, or change one.", "Library", "browser"),
    C("correct", "C", "correct", "Correct a field of the film; your correction always wins.", "Library", "browser"),
    C("merge", "", "merge", "Merge this film into another that is the same.", "Library", "browser"),
    C("split", "", "split", "Move the review that is marked to a film of its own.", "Library", "browser"),
    C("remove", "", "remove", "Remove this film from the library (undo brings it back).", "Library", "browser"),
    C("bar_leave", "escape", "restore", "Leave the bar and be where you were.", "Find", "bar", 2, False),
    C("bar_enter", "enter", "first match", "Go into the text at the first match.", "Find", "bar", 1, False),
    C("bar_scope", "tab", "scope", "Switch between this film and the library.", "Find", "bar", 3, False),
    C("bar_older", "up", "older", "Take an earlier search.", "Find", "bar", 4, False),
    C("bar_newer", "down", "newer", "Take a later search, or go into the results.", "Find", "bar", 0, False),
    C(
        "literal",
        "ctrl+l",
        "literal",
        "Search the words exactly as typed, or forgive typos again.",
        "Find",
        "bar",
        5,
        False,
    ),
    C("complete", "tab", "complete", "Complete the path.", "Library", "import", 1, False),
    C("close", "escape", "back", "Go back to where you were.", "Move", "dialog", 9, False),
    C("search_close", "escape", "back", "Go back to where you were.", "Move", "search", 9, False),
    C("search_next", "tab", "next part", "Go to the next part of the screen.", "Move", "search", 4, False),
    C(
        "search_previous",
        "shift+tab",
        "part back",
        "Go to the previous part of the screen.",
        "Move",
        "search",
        0,
        False,
    ),
    C("search_bar", "slash", "query", "Go to the search bar.", "Find", "search", 5, False),
    C("search_save", "ctrl+s", "save", "Save this search under a name.", "Find", "search", 6, False),
    C(
        "search_concordance",
        "ctrl+k",
        "concordance",
        "Show every match in its context, one line each.",
        "Find",
        "search",
        7,
        False,
    ),
    C("search_like", "m", "more like this", "Find reviews like this one.", "Find", "search", 0, False),
    C("search_reveal", "v", "spoiler", "Show or veil the spoiler in the preview.", "Read", "search", 0, False),
    C(
        "search_clear",
        "ctrl+x",
        "widen",
        "Take back every narrowing by film, kind, author and rating.",
        "Find",
        "search",
        8,
        False,
    ),
    C("context_right", "r", "by right", "Sort by what stands right of the match.", "Find", "concordance", 1, False),
    C("context_left", "l", "by left", "Sort by what stands left of the match.", "Find", "concordance", 2, False),
    C("context_film", "f", "by film", "Sort by film.", "Find", "concordance", 3, False),
    C("context_rating", "o", "by rating", "Sort by rating.", "Find", "concordance", 4, False),
    C("context_year", "y", "by year", "Sort by the film's year.", "Find", "concordance", 5, False),
    C("accept", "a", "accept", "File it with the candidate under the cursor.", "Library", "unfiled", 1, False),
    C("choose_film", "f", "other film", "File it with another film.", "Library", "unfiled", 2, False),
    C(
        "new_film",
        "n",
        "new film",
        "File it with a film that is not in the library yet.",
        "Library",
        "unfiled",
        3,
        False,
    ),
    C("ignore", "d", "ignore", "Ask no more about it.", "Library", "unfiled", 4, False),
    C("unfiled_undo", "u", "undo", "Take back the last decision.", "Library", "unfiled", 5, False),
    C("unfiled_next", "tab", "candidates", "Go between the records and their candidates.", "Move", "unfiled", 6, False),
    C("theme", "T", "theme", "Change between the dark and the light theme.", "Matinee", "app"),
    C("palette", "ctrl+p", "palette", "Find any command, film or saved search by name.", "Matinee", "app", 12, False),
    C("help", "question_mark,f1", "help", "Show every key; type to search them.", "Matinee", "app", 13),
    C(
        "suspend_process",
        "ctrl+z",
        "suspend",
        "Leave the terminal to the shell for a while; its `fg` comes back.",
        "Matinee",
        "app",
    ),
    C("quit", "q,ctrl+q", "quit", "Leave Matinee.", "Matinee", "app", 14),
)
GROUPS: tuple[Group, ...] = ("Move", "Read", "Find", "Films", "Library", "Matinee")
BY_NAME: Mapping[str, Command] = {command.name: command for command in COMMANDS}

_SHOWN = {
    "slash": "/",
    "question_mark": "?",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "minus": "-",
    "plus": "+",
    "equals_sign": "=",
    "at": "@",
    "apostrophe": "'",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "f1": "F1",
}


def commands_of(*places: Place) -> tuple[Command, ...]:
    """Return the commands that work in these places, in the table's order."""
    return tuple(command for command in COMMANDS if command.place in places)


def keys_of(command: Command, remapped: Mapping[str, str]) -> tuple[str, ...]:
    """Return the command's keys by Textual's names, after the user's remapping."""
    return tuple(key.strip() for key in remapped.get(command.name, command.keys).split(",") if key.strip())


def shown_key(key: str) -> str:
    """Return a key as a person writes it: «/», «Ctrl+O», «Shift+Tab», «G»."""
    *modifiers, last = key.split("+") if key != "+" else ["+"]
    last = last.upper() if modifiers and len(last) == 1 else last
    return "+".join([*(part.capitalize() for part in modifiers), _SHOWN.get(last, last)])


def shown_keys(command: Command, remapped: Mapping[str, str], parting: str = " ") -> str:
    """Return all the command's keys as a person writes them."""
    return parting.join(shown_key(key) for key in keys_of(command, remapped))


def unknown_names(remapped: Iterable[str]) -> list[str]:
    """Return the names in a remapping that no command has."""
    return sorted(name for name in remapped if name not in BY_NAME)
