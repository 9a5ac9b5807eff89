# §4.8: not beside another aggregate.
stats topk(2, path), count(*)
