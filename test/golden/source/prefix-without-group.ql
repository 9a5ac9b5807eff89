# §3.30, Inferred: a SOURCE that chooses nothing is an error, not an empty answer.
SOURCE logGroups(namePrefix: ['nope']) | fields id
