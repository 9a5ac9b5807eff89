WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", "ms" AS "ms", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS MATERIALIZED (
SELECT * FROM source
ORDER BY CASE WHEN regexp_full_match("ms", '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)') THEN 1 WHEN "ms" IS NOT NULL THEN 0 END DESC NULLS LAST, CASE WHEN regexp_full_match("ms", '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)') THEN TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) END DESC NULLS LAST, CASE WHEN regexp_full_match("ms", '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)') THEN "ms" ELSE CASE WHEN regexp_matches("ms", '[0-9]') THEN list_aggregate(list_transform(regexp_extract_all("ms", '[0-9]+|[^0-9]+'), lambda run: CASE WHEN run BETWEEN '0' AND ':' THEN lpad(CAST(length(run) AS VARCHAR), 7, '0') || run ELSE run END), 'string_agg', chr(1)) ELSE "ms" END || chr(1) END DESC NULLS LAST, "@seq", "@group"
LIMIT 5
),
late AS NOT MATERIALIZED (
SELECT "@message" AS "@message", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE rowid IN (SELECT "@address" FROM s1 WHERE "@group" = 1)
)
SELECT "@timestamp" AS o1, "@message" AS o2, "@ptr" AS o3
FROM s1 JOIN late USING ("@address", "@group")
ORDER BY CASE WHEN regexp_full_match("ms", '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)') THEN 1 WHEN "ms" IS NOT NULL THEN 0 END DESC NULLS LAST, CASE WHEN regexp_full_match("ms", '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)') THEN TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) END DESC NULLS LAST, CASE WHEN regexp_full_match("ms", '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)') THEN "ms" ELSE CASE WHEN regexp_matches("ms", '[0-9]') THEN list_aggregate(list_transform(regexp_extract_all("ms", '[0-9]+|[^0-9]+'), lambda run: CASE WHEN run BETWEEN '0' AND ':' THEN lpad(CAST(length(run) AS VARCHAR), 7, '0') || run ELSE run END), 'string_agg', chr(1)) ELSE "ms" END || chr(1) END DESC NULLS LAST, "@seq", "@group"
-- $p1 = 1764547200000
-- $p2 = 1782777600000
