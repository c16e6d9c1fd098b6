"""Changing a customer in the list's own cells."""
