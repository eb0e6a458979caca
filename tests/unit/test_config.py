"""The settings are read once, from where the user says; what cannot be used is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.config import Config, default_config_path, library_path, load_config, starter_documents
from tui.errors import ConfigError


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    assert load_config(tmp_path / "none.toml") == Config()


def test_the_environment_names_another_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'theme = "matinee-light"\nmargin = 4\n[keys]\nnext_pane = "tab"\n')
    config = load_config(environment={"MATINEE_CONFIG": str(path)})
    assert (config.theme, config.margin, config.keys) == ("matinee-light", 4, {"next_pane": "tab"})
    assert default_config_path().name == "config.toml"


@pytest.mark.parametrize(
    "text",
    [
        "theme = [nonsense",
        'margin = "wide"',
        "margin = -1",
        "margin = 500",
        "line_length = 3",
        "colour = 1",
        "[keys]\nquit = 5",
        'theme = "\x00"',
    ],
)
def test_what_cannot_be_used_is_named_with_its_file(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as raised:
        load_config(path)
    assert raised.value.subject == str(path)
    assert raised.value.remedy


def test_a_folder_in_its_place_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path)


def test_the_command_line_goes_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    config = Config(library=str(tmp_path / "file"))
    environment = {"MATINEE_LIBRARY": str(tmp_path / "environment")}
    assert library_path(tmp_path / "given", config, environment) == tmp_path / "given"
    assert library_path(None, config, environment) == tmp_path / "environment"
    assert library_path(None, config, {"MATINEE_LIBRARY": ""}) == tmp_path / "file"
    assert library_path(None, Config(), {}).name == "library"


def test_a_file_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing")
    with pytest.raises(ConfigError, match="a library is a folder"):
        library_path(tmp_path / "notes.txt", Config(), {})


def test_a_tilde_means_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert library_path(Path("~/films"), Config(), {}) == tmp_path / "films"


def test_the_starter_collection_is_there() -> None:
    assert len(list(starter_documents().iterdir())) > 10
