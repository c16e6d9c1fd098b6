"""How fast it is, beside the limit measured in the same run. Not tests: they print numbers and fail nothing."""
