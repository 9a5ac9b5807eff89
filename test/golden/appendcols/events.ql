# §5.2, Inferred: beside events the new columns follow the default ones, and @ptr stays the event's.
filter id in ["a1", "a6"] | appendcols (SOURCE 'web' | filter ispresent(id) | fields id as web)
