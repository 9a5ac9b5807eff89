# §3.30: no log group is of another class.
SOURCE logGroups(namePrefix: ['web'], logGroupClass: ['INFREQUENT_ACCESS']) | fields id
