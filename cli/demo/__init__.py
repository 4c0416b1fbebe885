"""``saraban demo``: a fresh town, the sample letters, and how each of them ended."""
