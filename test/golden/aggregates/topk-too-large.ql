# §4.8, §6: k is at most 10,000.
stats topk(10001, path)
