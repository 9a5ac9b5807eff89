# §5.4, Q21: a START after its END.
SOURCE web START=now END=-1h | fields id
