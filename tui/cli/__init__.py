"""The command line: one file a command; this is where a command is chosen and where every failure ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from tui.cli.output import Output
from tui.cli.parser import UsageError, build_parser
from tui.errors import CancelledError, MatineeError

INTERRUPTED = 130
"""Exit status after the user's interrupt: 128 and the number of SIGINT, as shells have it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return 0 done, 1 something could not be done, 2 wrong usage, 130 interrupted."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _open_missing_streams()
    out = Output(as_json="--json" in words)
    try:
        status = _run(words, out)
        out.flush()
    except BrokenPipeError:  # the reader has seen enough: `matinee films | head`
        out.give_up()
        return 0
    except OSError as error:
        out.give_up()
        out.fail(MatineeError(str(error.filename or "the output"), f"cannot be used ({error.strerror or error})"))
        return 1
    return status


def _open_missing_streams() -> None:
    """Open what the caller closed (`matinee films >&-`): a file of the library must not become standard output."""
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free, which is this one
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - for the whole process
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - for the whole process
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - for the whole process


def _run(words: list[str], out: Output) -> int:
    try:
        args = build_parser().parse_args(words)
        status: int = args.run(args, out)
    except SystemExit as done:  # argparse leaves like this after --help and --version
        return int(done.code or 0)
    except UsageError as error:
        out.say(error.usage.rstrip())
        out.fail(MatineeError(error.program, error.message, f"Ask `{error.program} --help`"))
        return 2
    except CancelledError as error:
        out.fail(error)
        return INTERRUPTED
    except MatineeError as error:
        out.fail(error)
        return 1
    except KeyboardInterrupt:
        out.fail(
            MatineeError(
                "matinee", "interrupted; whatever was begun is there as a whole or not at all", "See `matinee history`"
            )
        )
        return INTERRUPTED
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - the one boundary; whatever is left is a fault of Matinee's own
        return _own_fault(error, out)
    return status


def _own_fault(error: Exception, out: Output) -> int:
    if os.environ.get("MATINEE_DEBUG"):
        raise error
    what = f"{type(error).__name__}: {error}"
    remedy = "MATINEE_DEBUG=1 shows where; please report it. No change of the library is left half done"
    out.fail(MatineeError("matinee", f"stopped by a fault of its own ({what})", remedy))
    return 1
