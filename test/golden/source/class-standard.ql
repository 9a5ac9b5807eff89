# §3.30: the class of every log group here is STANDARD.
SOURCE logGroups(namePrefix: ['web'], class: ['STANDARD', 'INFREQUENT_ACCESS']) | fields id
