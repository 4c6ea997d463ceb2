"""The flows' cast serves here too."""

from tests.flows.conftest import clean, sam, vera

__all__ = ["clean", "sam", "vera"]
