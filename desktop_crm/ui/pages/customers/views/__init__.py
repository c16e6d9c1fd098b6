"""Saved views beside the customer list, and groups of what it shows."""
