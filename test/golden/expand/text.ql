# 3.15 a text that holds a JSON list
parse @message /"resources":(?<arns>\[[^\]]*\])/ | filter ispresent(arns) | expand arns | display arns
