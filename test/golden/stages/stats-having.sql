WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT "user" AS c1, count(*) AS c2, min("@seq") AS "@seq", count(*) AS "@events" FROM source
GROUP BY "user"
)
SELECT c1 AS o1, c2 AS o2
FROM s1
WHERE c2 > $p3
ORDER BY c2 DESC NULLS LAST, "@seq"
LIMIT 2
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 1
