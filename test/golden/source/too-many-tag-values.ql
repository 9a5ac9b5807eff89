# §6: up to 5 values of a tag filter.
SOURCE logGroupTags([{"key": "a", "values": ["1", "2", "3", "4", "5", "6"]}]) | fields id
