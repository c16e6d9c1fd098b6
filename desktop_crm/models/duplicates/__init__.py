"""Whether two customers are one: names taken apart, evidence weighed and explained. Pure; knows no database."""
