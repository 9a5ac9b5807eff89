WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
)
SELECT "user" AS o1, "@ptr" AS o2
FROM source
WHERE NOT (CASE WHEN "user" IS NOT NULL THEN COALESCE("user" IN (SELECT o1 FROM (WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "status" AS "status", "user" AS "user", "@seq", "@bytes", rowid AS "@address", 2 AS "@group" FROM "events_2" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT "user" AS c1, count(*) AS c2, min("@seq") AS "@seq", count(*) AS "@events" FROM source
WHERE $p3 <= TRY_CAST(regexp_extract("status", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)
GROUP BY "user"
)
SELECT c1 AS o1, row_number() OVER (ORDER BY "@seq") AS position
FROM s1
WHERE c2 > $p4) AS members WHERE o1 IS NOT NULL), FALSE) END)
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 500
-- $p4 = 1
