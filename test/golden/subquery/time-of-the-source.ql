# §3.19, Inferred: also that of its SOURCE.
SOURCE app START=1772618760 | filter user in (SOURCE 'web' | fields user) | fields id
