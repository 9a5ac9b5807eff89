# §6: up to 5 tag filters.
SOURCE logGroupTags([{"key": "k1", "values": ["v"]}, {"key": "k2", "values": ["v"]}, {"key": "k3", "values": ["v"]}, {"key": "k4", "values": ["v"]}, {"key": "k5", "values": ["v"]}, {"key": "k6", "values": ["v"]}]) | fields id
