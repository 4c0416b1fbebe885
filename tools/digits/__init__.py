"""Thai print drawn by the thousand: what the digit reader learns from and is measured on."""
