# §5.2: the default columns of a sub-query are no new ones.
filter id in ["a1", "a6"] | appendcols (SOURCE 'web')
