# Log groups and times of the text.
SOURCE logGroups(namePrefix: ["we"]) START=-1h END=1782777000000 | fields user
