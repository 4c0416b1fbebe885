"""Some weeks of an office: invented letters as a desk has them, with what clerks did."""
