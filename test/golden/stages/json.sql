WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "@message" AS "@message", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, CAST(TRY(json_extract(CASE WHEN regexp_matches("@message", '^\s*[[{]') THEN "@message" END, '$')) AS VARCHAR) AS c1, CAST(TRY(json_extract(CASE WHEN regexp_matches("@message", '^\s*[[{]') THEN "@message" END, [$p3])) AS JSON[]) AS r1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT *, NULLIF(CAST(r1[1] AS VARCHAR), 'null') AS m1_0 FROM s1
),
s3 AS NOT MATERIALIZED (
SELECT *, m1_0 AS c2 FROM s2
)
SELECT c2 AS o1, "@ptr" AS o2
FROM s3
WHERE list_transform([CASE left(c2, 1) WHEN '"' THEN json_extract_string(c2, '$') WHEN 't' THEN '1' WHEN 'f' THEN '0' WHEN 'n' THEN NULL WHEN '{' THEN NULL WHEN '[' THEN NULL ELSE regexp_replace(c2, '[.]0$', '') END], lambda v0: CASE WHEN v0 IS NULL THEN NULL ELSE COALESCE($p4 <> TRY_CAST(regexp_extract(v0, '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE), TRUE) END)[1]
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = "/detail/containers/0/exitCode"
-- $p4 = 0
