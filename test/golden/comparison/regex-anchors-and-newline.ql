# §1.8: ^ and $ are the ends of the whole value unless (?m); the value ends in a newline.
filter @message like /second/
| display @message like /^second/ as a, @message like /(?m)^second/ as b, @message like /line$/ as c, @message like /(?m)line$/ as d, @message like /line\n$/ as e
