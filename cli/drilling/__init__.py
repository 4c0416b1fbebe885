"""``saraban drill``: the backups are brought back beside what stands, held against it, removed."""
