# §3.19, Inferred: display chooses the column as fields does.
filter user in (SOURCE 'web' | display user) | fields id
