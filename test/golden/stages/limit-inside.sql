WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "status" AS "status", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT * FROM source
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10
),
s2 AS MATERIALIZED (
SELECT * FROM s1
WHERE $p3 = TRY_CAST(regexp_extract("status", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 3
),
late AS NOT MATERIALIZED (
SELECT "@message" AS "@message", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE rowid IN (SELECT "@address" FROM s2 WHERE "@group" = 1)
)
SELECT "@timestamp" AS o1, "@message" AS o2, "@ptr" AS o3
FROM s2 JOIN late USING ("@address", "@group")
ORDER BY "@timestamp" DESC, "@seq", "@group"
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 200
