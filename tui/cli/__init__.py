"""The command line: one file a command; this is where a command is chosen and where every failure ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from tui.cli.output import Output
from tui.cli.parser import UsageError, build_parser
from tui.errors import MatineeError

INTERRUPTED = 130
"""Exit status after the user's interrupt: 128 and the number of SIGINT, as shells have it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return 0 done, 1 something could not be done, 2 wrong usage, 130 interrupted."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    out = Output(as_json="--json" in words)
    try:
        status = _run(words, out)
        out.flush()
    except BrokenPipeError:
        # the reader has seen enough (`matinee films | head`); what is still buffered must not fail again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        out.fail(MatineeError(str(error.filename or "the output"), f"cannot be used ({error.strerror or error})"))
        return 1
    return status


def _run(words: list[str], out: Output) -> int:
    try:
        args = build_parser().parse_args(words)
        status: int = args.run(args, out)
    except SystemExit as done:  # argparse leaves like this after --help and --version
        return int(done.code or 0)
    except UsageError as error:
        out.say(error.usage.rstrip())
        out.fail(MatineeError(words[0] if words else "matinee", error.message, "Ask `matinee --help`"))
        return 2
    except MatineeError as error:
        out.fail(error)
        return 1
    except KeyboardInterrupt:
        out.fail(
            MatineeError(
                "matinee", "interrupted; whatever was begun is there as a whole or not at all", "See «matinee history»"
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
    remedy = "MATINEE_DEBUG=1 shows where; please report it. The library was left as it was"
    out.fail(MatineeError("matinee", f"stopped by a fault of its own ({what})", remedy))
    return 1
