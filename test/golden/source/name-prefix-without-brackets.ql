# §3.30, Inferred: one value needs no brackets.
SOURCE logGroups(namePrefix: 'we') | fields id
