# A row for each match, in the order of the text.
parse /(?<word>\w+)=(?<value>\d+)?/ multi | filter value > 1
