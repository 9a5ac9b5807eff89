# §1.2: functions ignore case and have camelCase and snake_case spellings.
filter v = 200
| stats COUNT(*) as a, countDistinct(id) as b, count_distinct(id) as c, Count_Distinct(id) as d, sum(IsPresent(v)) as e, SUM(ispresent(v)) as f
