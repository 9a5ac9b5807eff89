# §3.30: a log group may be named without quotes.
SOURCE web | fields id
