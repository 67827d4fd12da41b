"""The site's own settings with another set of addresses: the constant answers to compare with."""

from ncr.settings import *  # noqa: F403

ROOT_URLCONF = "bench.constant"
