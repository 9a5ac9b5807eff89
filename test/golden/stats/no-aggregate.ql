# §3.7: `stats` needs an aggregate.
stats by user
