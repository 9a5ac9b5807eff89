# §3.30: several filters are joined by and.
SOURCE logGroupTags([{"key": "env", "values": ["!prod"]}, {"key": "team", "values": ["red"]}]) | fields id
