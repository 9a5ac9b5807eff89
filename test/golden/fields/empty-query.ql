# §8 Q6: a query without commands shows the default columns. (This comment is all there is.)
#@ start 2026-03-01T00:00:00.000Z
#@ end 2026-03-02T00:00:00.000Z
