"""Search documents: what is findable of each customer, kept by the journal."""
