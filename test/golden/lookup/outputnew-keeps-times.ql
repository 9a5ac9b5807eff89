# §2.7: times too.
filter id = "a1" | fields @timestamp as t | lookup teams user OUTPUTNEW team as t
