"""Desktop CRM: customers, kept well, with or without a network."""

__version__ = "0.1.0"
