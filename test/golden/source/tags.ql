# §3.30: no log group here has a tag.
SOURCE logGroupTags([{"key": "env", "values": ["prod", "*"]}]) | fields id
