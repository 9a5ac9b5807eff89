# quirk 22, §5.4. Differs: log groups here hold events older than themselves, which are found; AWS refuses such a range.
#@ start 2025-12-31T00:00:00.000Z
#@ end 2026-01-01T00:00:00.000Z
fields id
