# §5.5: a log group that is not there.
SOURCE 'nope' web | fields id
