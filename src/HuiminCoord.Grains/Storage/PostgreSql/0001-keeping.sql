-- The documents of the actors, what they still have to tell, and which commands they have already carried out.
-- Times are UTC milliseconds. One database belongs to one service: Orleans' service id is not part of any key.
-- Keys are compared byte by byte (COLLATE "C"), as SQLite does: both databases tell events in the same order.

-- Orleans reads its statements from here, by name, when a silo starts.
CREATE TABLE OrleansQuery (
  QueryKey  varchar(64) NOT NULL PRIMARY KEY,
  QueryText text        NOT NULL
);

-- Immutable in fact: the database is UTF-8 and stays so.
CREATE FUNCTION kept_number(payload bytea, field text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS
$$ BEGIN RETURN (convert_from(payload, 'UTF8')::json ->> field)::bigint; END $$;

-- Only our serializer may write payload: shard and wake_at are read out of it, so state and schedule cannot disagree.
-- Free room in each page lets a rewritten document stay in its page; the table is rewritten often, so it is vacuumed often.
CREATE TABLE grain_state (
  grain_type  text COLLATE "C" NOT NULL,
  grain_key   text COLLATE "C" NOT NULL,
  version     integer          NOT NULL,
  payload     bytea            NULL,
  modified_at bigint           NOT NULL,
  shard   bigint GENERATED ALWAYS AS (kept_number(payload, 'shard')) STORED,
  wake_at bigint GENERATED ALWAYS AS (kept_number(payload, 'wakeAt')) STORED,
  PRIMARY KEY (grain_type, grain_key)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500,
        autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_scale_factor = 0.05);

CREATE INDEX grain_state_wake ON grain_state (shard, wake_at) WHERE wake_at IS NOT NULL;

-- Events that are kept but not yet told. The key is the order in which the relay tells them.
CREATE TABLE outbox (
  shard      bigint           NOT NULL,
  at         bigint           NOT NULL,
  grain_type text COLLATE "C" NOT NULL,
  grain_key  text COLLATE "C" NOT NULL,
  seq        bigint           NOT NULL,
  campaign   text COLLATE "C" NOT NULL,
  actor      text             NULL,
  event_type text             NOT NULL,
  body       text             NOT NULL,
  PRIMARY KEY (shard, at, grain_type, grain_key, seq)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);

-- The first answer to a keyed command. at_real is real time even in a rehearsal.
CREATE TABLE idempotency (
  grain_type text COLLATE "C" NOT NULL,
  grain_key  text COLLATE "C" NOT NULL,
  key        text COLLATE "C" NOT NULL,
  body_hash  text             NOT NULL,
  answer     text             NOT NULL,
  at_real    bigint           NOT NULL,
  CONSTRAINT idempotency_pkey PRIMARY KEY (grain_type, grain_key, key)
);

CREATE INDEX idempotency_age ON idempotency (at_real);

-- Keep first, tell after, in one statement: what a document says was decided in its last write is copied in the same transaction.
-- A key that is already in idempotency fails the whole write; a document is never kept twice for one command.
-- No row back means that somebody else was first; the provider reports an inconsistent state.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('WriteToStorageKey', '
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
  INSERT INTO outbox (shard, at, grain_type, grain_key, seq, campaign, actor, event_type, body)
  SELECT (d.doc ->> ''shard'')::bigint, (d.doc ->> ''at'')::bigint, @GrainTypeString, @GrainIdExtensionString,
         (d.doc ->> ''seq'')::bigint - json_array_length(d.doc -> ''events'') + e.n, split_part(@GrainIdExtensionString, ''/'', 1),
         d.doc ->> ''by'', e.body ->> ''$type'', e.body::text
  FROM written CROSS JOIN d CROSS JOIN LATERAL json_array_elements(d.doc -> ''events'') WITH ORDINALITY AS e(body, n)
), remembered AS (
  INSERT INTO idempotency (grain_type, grain_key, key, body_hash, answer, at_real)
  SELECT @GrainTypeString, @GrainIdExtensionString, d.doc -> ''command'' ->> ''key'', d.doc -> ''command'' ->> ''bodyHash'',
         (d.doc -> ''command'' -> ''answer'')::text, d.real_now
  FROM written CROSS JOIN d WHERE d.doc -> ''command'' IS NOT NULL
)
SELECT version AS NewGrainStateVersion FROM written');

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadFromStorageKey', '
SELECT payload AS PayloadBinary, version AS Version
FROM grain_state WHERE grain_type = @GrainTypeString AND grain_key = @GrainIdExtensionString');

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ClearStorageKey', '
UPDATE grain_state SET payload = NULL, version = version + 1, modified_at = (extract(epoch FROM clock_timestamp()) * 1000)::bigint
WHERE grain_type = @GrainTypeString AND grain_key = @GrainIdExtensionString AND version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion');
