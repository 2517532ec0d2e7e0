"""What all tests share: properties are not timed.

Files of tests run side by side, so how long one example takes says nothing; speed is measured in
benchmarks/.
"""

from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
