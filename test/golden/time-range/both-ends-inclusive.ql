# §5.4: start and end are inclusive.
#@ start 2026-03-04T10:05:00.000Z
#@ end 2026-03-04T10:05:30.000Z
fields id
