# §3.30: no log group is of another account.
SOURCE logGroups(accountIdentifier: ['999999999999']) | fields id
