# §4.8: first the number.
stats topk(path, 2)
