"""The filter builder: nested conditions over every field."""
