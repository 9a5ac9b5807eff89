# §3.30, Inferred: a negated value is met by log groups without the tag; values are joined by or.
SOURCE logGroupTags([{"key": "env", "values": ["!prod", "dev"]}]) | filter only = "web" | fields id
