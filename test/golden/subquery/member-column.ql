# §4.5: the values of the other query may come out of maps.
filter user in (SOURCE 'web' | fields jsonParse(@message).user as u) | fields id
