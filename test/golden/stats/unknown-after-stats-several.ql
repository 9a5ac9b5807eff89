# §3.7: all unknown names are listed.
stats count(*) as n by user | filter path = "/a" and region = "eu"
