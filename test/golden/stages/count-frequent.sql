WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", "region" AS "region", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT "user" AS c1, "region" AS c2, count(*) AS c3, min("@seq") AS "@seq", count(*) AS "@events" FROM source
GROUP BY "user", "region"
)
SELECT c1 AS o1, c2 AS o2, c3 AS o3, sum("@events") OVER () AS matched
FROM s1
ORDER BY c3 DESC NULLS LAST, "@seq"
LIMIT 3
-- $p1 = 1764547200000
-- $p2 = 1782777600000
