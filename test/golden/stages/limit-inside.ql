# A limit before a filter cuts off in the order of that point.
limit any 10 | filter status = 200 | head 3
