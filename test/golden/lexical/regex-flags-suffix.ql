# §1.4: there is no flag suffix behind a regular expression.
filter id like /INT/i
