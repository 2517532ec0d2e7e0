"""What all tests share: properties are not timed, and files of tests run side by side.

How long one example takes says nothing then; speed is measured in benchmarks/.
"""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a test with a browser waits for much of its time."""
    return (os.cpu_count() or 1) + 1
