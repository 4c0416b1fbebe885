"""The soak: many thousand letters, a fault in every hundredth call, nothing lost."""
