# §3.30: SOURCE needs a log group.
SOURCE | fields id
