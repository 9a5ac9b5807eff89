WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", $p3 AS "@log", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
UNION ALL
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", $p4 AS "@log", '2:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 2 AS "@group" FROM "events_2" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS MATERIALIZED (
SELECT * FROM source
WHERE "user" = $p5
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
),
late AS NOT MATERIALIZED (
SELECT "path" AS "path", "@message" AS "@message", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE rowid IN (SELECT "@address" FROM s1 WHERE "@group" = 1)
UNION ALL
SELECT CAST(NULL AS VARCHAR) AS "path", "@message" AS "@message", rowid AS "@address", 2 AS "@group" FROM "events_2" WHERE rowid IN (SELECT "@address" FROM s1 WHERE "@group" = 2)
)
SELECT "@log" AS o1, "path" AS o2, "@message" AS o3, "@ptr" AS o4
FROM s1 JOIN late USING ("@address", "@group")
ORDER BY "@timestamp" DESC, "@seq", "@group"
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = "123456789012:app"
-- $p4 = "123456789012:web"
-- $p5 = "ann"
