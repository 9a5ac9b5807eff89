# §3.19: with what a sub-query reads.
#@ groups net
filter id in (SOURCE 'web' | fields id) | estimate
