# §5.4: a millisecond beside an event does not see it.
#@ start 2026-03-04T10:05:00.001Z
#@ end 2026-03-04T10:05:29.999Z
fields id
