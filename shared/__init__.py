"""What two or more rooms need: words of the domain, data, Thai, and the stores."""
