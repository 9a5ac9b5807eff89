# §6: up to 5 prefixes.
SOURCE logGroups(namePrefix: ['a', 'b', 'c', 'd', 'e', 'f']) | fields id
