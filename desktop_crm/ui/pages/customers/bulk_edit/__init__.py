"""Setting one field of many customers."""
