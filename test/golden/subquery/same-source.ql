# §3.19, Inferred: also those of its SOURCE.
SOURCE web | filter user in (filter status = 200 | fields user) | fields id
