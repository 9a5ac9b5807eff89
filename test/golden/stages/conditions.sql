WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", "status" AS "status", "region" AS "region", "path" AS "path", "ok" AS "ok", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS MATERIALIZED (
SELECT * FROM source
WHERE (("user" IN ($p4, $p5) OR TRY_CAST(regexp_extract("user", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) IN ($p3)) AND NOT ((CASE WHEN "status" IS NULL THEN NULL ELSE COALESCE($p6 <> TRY_CAST(regexp_extract("status", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE), TRUE) END OR CAST(NULL AS BOOLEAN))))
  AND (contains("path", $p7) OR NOT (regexp_matches("path", $p8)) OR NOT (("ok" IS NOT NULL)))
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
),
late AS NOT MATERIALIZED (
SELECT "@message" AS "@message", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE rowid IN (SELECT "@address" FROM s1 WHERE "@group" = 1)
)
SELECT "@timestamp" AS o1, "@message" AS o2, "@ptr" AS o3
FROM s1 JOIN late USING ("@address", "@group")
ORDER BY "@timestamp" DESC, "@seq", "@group"
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 7
-- $p4 = "ann"
-- $p5 = "bob"
-- $p6 = 200
-- $p7 = "/a"
-- $p8 = "^/[bc]+$"
