# §4.8: k is at least 1.
stats topk(0, path)
