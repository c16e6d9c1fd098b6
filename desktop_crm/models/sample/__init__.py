"""The sample company: customers invented at random, the same for the same seed."""
