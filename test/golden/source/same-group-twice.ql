# §3.30, Inferred: a log group that several parts choose is read once.
SOURCE web 'web' logGroups(namePrefix: ['we']) | stats count(*) as n
