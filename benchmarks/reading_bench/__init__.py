"""What the benchmarks of reading are made of."""
