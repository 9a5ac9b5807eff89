WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, (CAST(floor(("@timestamp" - 120000) / 300000) AS BIGINT) * 300000 + 120000) AS c1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT c1 AS c2, count(*) AS c3, min("@seq") AS "@seq", count(*) AS "@events" FROM s1
GROUP BY c1
)
SELECT c2 AS o1, c3 AS o2, sum("@events") OVER () AS matched
FROM s2
ORDER BY c2 ASC NULLS FIRST, "@seq"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
