# §3.30: a prefix may be the whole name.
SOURCE logGroups(namePrefix: ["web"]) | fields id
