# §3.30: the groups of an account; accountIdentifiers is the other spelling.
SOURCE logGroups(accountIdentifiers: ['123456789012', '1'], namePrefix: ['web']) | fields id
