WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", "path" AS "path", "region" AS "region", CAST(NULL AS VARCHAR) AS "x""; DROP TABLE events_1; --", CAST(NULL AS VARCHAR) AS "c1#2", CAST(NULL AS VARCHAR) AS "@seq#2", CAST(NULL AS VARCHAR) AS "Id", "id" AS "id#2", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, CASE WHEN regexp_matches("user", getvariable('k1')) THEN regexp_extract("user", getvariable('k1'), ['c1']) END AS r1 FROM source
WHERE ("user" = $p3 OR contains("path", $p4) OR "region" = $p5)
)
SELECT "x""; DROP TABLE events_1; --" AS o1, "c1#2" AS o2, "@seq#2" AS o3, "Id" AS o4, "id#2" AS o5, "@ptr" AS o6
FROM s1
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = "'; DROP TABLE events_1; --"
-- $p4 = "%'"
-- $p5 = "$p1"
-- k1 = "\\\\1\\(([\\s\\S]*?)\\) \\$p2"
