# A filter alone: the default columns.
filter status >= 500 and user = "ann"
