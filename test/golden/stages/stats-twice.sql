WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT "user" AS c1, max("@timestamp") AS c2, count(*) AS c3, min("@seq") AS "@seq", count(*) AS "@events" FROM source
GROUP BY "user"
),
s2 AS NOT MATERIALIZED (
SELECT *, CAST(floor(c2 / 3600000) AS BIGINT) * 3600000 AS c4 FROM s1
),
s3 AS NOT MATERIALIZED (
SELECT c4 AS c5, COALESCE(sum(c3), 0) AS c6, max(c3) AS c7, min("@seq") AS "@seq" FROM s2
GROUP BY c4
)
SELECT c5 AS o1, c6 AS o2, c7 AS o3
FROM s3
ORDER BY c5 ASC NULLS FIRST, "@seq"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
