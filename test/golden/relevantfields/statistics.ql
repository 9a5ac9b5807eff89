# §5.3: matched are the events that pass the filters before.
filter ispresent(status) | relevantfields path where ok | display @fieldName
