-- A trace goes over the rows: each carries the W3C traceparent of what wrote it, null when nobody traced.
-- kept_at and told_at are real time by the database's clock, for measuring; what happens never depends on them.
ALTER TABLE outbox ADD COLUMN trace text NULL;
ALTER TABLE outbox ADD COLUMN kept_at bigint NULL;
ALTER TABLE inbox ADD COLUMN trace text NULL;
ALTER TABLE inbox ADD COLUMN told_at bigint NULL;

UPDATE OrleansQuery SET QueryText = '
WITH d AS MATERIALIZED (
  SELECT convert_from(@PayloadBinary, ''UTF8'')::json AS doc, (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS real_now
), first AS (
  INSERT INTO grain_state (grain_type, grain_key, version, payload, modified_at)
  SELECT @GrainTypeString, @GrainIdExtensionString, 1, @PayloadBinary, d.real_now FROM d WHERE @GrainStateVersion IS NULL
  ON CONFLICT DO NOTHING
  RETURNING version
), later AS (
  UPDATE grain_state SET payload = @PayloadBinary, version = grain_state.version + 1, modified_at = d.real_now
  FROM d WHERE grain_type = @GrainTypeString AND grain_key = @GrainIdExtensionString AND version = @GrainStateVersion
  RETURNING version
), written AS (
  SELECT version FROM first UNION ALL SELECT version FROM later
), told AS (
  INSERT INTO outbox (shard, at, grain_type, grain_key, seq, campaign, actor, event_type, body, trace, kept_at)
  SELECT (d.doc ->> ''shard'')::bigint, (d.doc ->> ''at'')::bigint, @GrainTypeString, @GrainIdExtensionString,
         (d.doc ->> ''seq'')::bigint - json_array_length(d.doc -> ''events'') + e.n, split_part(@GrainIdExtensionString, ''/'', 1),
         d.doc ->> ''by'', e.body ->> ''$type'', e.body::text, d.doc ->> ''trace'', d.real_now
  FROM written CROSS JOIN d CROSS JOIN LATERAL json_array_elements(d.doc -> ''events'') WITH ORDINALITY AS e(body, n)
), remembered AS (
  INSERT INTO idempotency (grain_type, grain_key, key, body_hash, answer, at_real)
  SELECT @GrainTypeString, @GrainIdExtensionString, d.doc -> ''command'' ->> ''key'', d.doc -> ''command'' ->> ''bodyHash'',
         (d.doc -> ''command'' -> ''answer'')::text, d.real_now
  FROM written CROSS JOIN d WHERE d.doc -> ''command'' IS NOT NULL
)
SELECT version AS NewGrainStateVersion FROM written' WHERE QueryKey = 'WriteToStorageKey';
