# §5.4, quirk 21: START and END in seconds, both inclusive, the end second up to .999.
SOURCE web START=1772619120 END=1772619120 | fields id
