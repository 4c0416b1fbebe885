"""What letters cost on AWS: what was counted, times dated list prices."""
