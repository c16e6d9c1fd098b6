"""The fixtures of the customer pages serve here, too."""

from tests.ui.customers.conftest import english, posted, services, stage, window

__all__ = ["english", "posted", "services", "stage", "window"]
