# §5.2: SOURCE alone gives the default columns.
SOURCE web
