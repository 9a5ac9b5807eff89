# §7.19, Inferred: also estimate is not limit.
dedup user | estimate
