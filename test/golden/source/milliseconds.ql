# §5.4: numbers from 10^11 are milliseconds; both ends are included.
SOURCE web START=1772618715000 END=1772619120000 | fields id
