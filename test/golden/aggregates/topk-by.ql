# §4.8: not with `by`.
stats topk(2, path) by user
