# §3.4: only equality and lists use an index.
filterIndex status > 200
