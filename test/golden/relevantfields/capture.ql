# §3.27: fields made by parse are refused.
parse @message /user=(?<userId>\w+)/ | relevantfields userId where userId like /a/
