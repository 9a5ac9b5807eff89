# §3.16: OUTPUT or OUTPUTNEW.
lookup teams user | limit 5
