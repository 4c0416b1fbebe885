"""Pictures of every page of desk and counter, in both languages, small and large."""
