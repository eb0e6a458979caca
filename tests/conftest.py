"""What several tests need."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")  # how long an example takes says how busy the machine is


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real documents beside the project; tests that need it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the real documents lie beside the project only where it is developed (../shared is absent)")
    return SHARED
