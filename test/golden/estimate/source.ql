# §3.30: of the log groups and the time of SOURCE.
SOURCE web START=1772619120500 END=now | estimate
