# §2.1: a group that took no part in the match is null.
parse @message /user=(?<who>[a-z]+)(?<bang>!)?/
| filter ispresent(who)
| display who, bang, ispresent(bang) as there
