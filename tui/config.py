"""Where the library lies and what the user set, read once and passed in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import msgspec

from tui.errors import ConfigError

LIBRARY_VARIABLE = "MATINEE_LIBRARY"
CONFIG_VARIABLE = "MATINEE_CONFIG"


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The settings of `config.toml`; every one has a default."""

    library: str | None = None
    """Folder of the library; the command line and MATINEE_LIBRARY go before it."""
    theme: str = "matinee"
    margin: Annotated[int, msgspec.Meta(ge=0, le=40)] = 2
    """Columns left free on both sides of the text."""
    line_length: Annotated[int, msgspec.Meta(ge=20)] = 84
    """The longest line of text, in columns."""
    keys: dict[str, str] = {}
    """Command name to key (several parted by a comma): remaps the command table."""


def load_config(path: Path | None = None, environment: Mapping[str, str] = os.environ) -> Config:
    """Read the configuration; a file that is absent means the defaults.

    Raises:
        ConfigError: the file is not TOML or has a setting of the wrong kind.
    """
    if path is None:
        named = environment.get(CONFIG_VARIABLE)
        path = Path(named) if named else default_config_path()
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise ConfigError(str(path), f"cannot be read ({error.strerror})", "Check its permissions") from error
    import tomllib

    try:
        return msgspec.convert(tomllib.loads(raw.decode("utf-8-sig")), Config)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ConfigError(
            str(path), f"is not a configuration ({error})", "Mend that line or move the file away"
        ) from error


def default_config_path() -> Path:
    """Return the platform's place for `config.toml`."""
    import platformdirs

    return Path(platformdirs.user_config_dir("matinee", appauthor=False)) / "config.toml"


def library_path(given: Path | None, config: Config, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the library: the command line's, the environment's, the configuration's, the platform's.

    Raises:
        ConfigError: a file lies there.
    """
    named = given or environment.get(LIBRARY_VARIABLE) or config.library
    if named:
        folder = expanded(Path(named))
        if folder.is_file():
            raise ConfigError(str(folder), "is a file, and a library is a folder", "Name another folder with --library")
        return folder
    import platformdirs

    return Path(platformdirs.user_data_dir("matinee", appauthor=False)) / "library"


def expanded(path: Path) -> Path:
    """Return a path with «~» for the home folder it stands for; where no user has that name it is a folder's name."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def starter_documents() -> Path:
    """Return the folder of the starter collection: inside the installed package, else in the checkout."""
    package = Path(__file__).parent
    installed = package / "starter"
    return installed if installed.is_dir() else package.parent / "data" / "documents"
