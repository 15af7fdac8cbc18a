-- The documents of the actors, what they still have to tell, and which commands they have already carried out.
-- Times are UTC milliseconds. One database belongs to one service: Orleans' service id is not part of any key.

-- Orleans reads its statements from here, by name, when a silo starts.
CREATE TABLE OrleansQuery (
  QueryKey  TEXT NOT NULL PRIMARY KEY,
  QueryText TEXT NOT NULL
);

-- Only our serializer may write payload: shard and wake_at are read out of it, so state and schedule cannot disagree.
CREATE TABLE grain_state (
  grain_type  TEXT    NOT NULL,
  grain_key   TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  payload     BLOB    NULL,
  modified_at INTEGER NOT NULL,
  shard   INTEGER GENERATED ALWAYS AS (json_extract(CAST(payload AS TEXT), '$.shard')) VIRTUAL,
  wake_at INTEGER GENERATED ALWAYS AS (json_extract(CAST(payload AS TEXT), '$.wakeAt')) VIRTUAL,
  PRIMARY KEY (grain_type, grain_key)
);

CREATE INDEX grain_state_wake ON grain_state (shard, wake_at) WHERE wake_at IS NOT NULL;

-- Events that are kept but not yet told. The key is the order in which the relay tells them.
CREATE TABLE outbox (
  shard      INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  grain_type TEXT    NOT NULL,
  grain_key  TEXT    NOT NULL,
  seq        INTEGER NOT NULL,
  campaign   TEXT    NOT NULL,
  actor      TEXT    NULL,
  event_type TEXT    NOT NULL,
  body       TEXT    NOT NULL,
  PRIMARY KEY (shard, at, grain_type, grain_key, seq)
) WITHOUT ROWID;

-- The first answer to a keyed command. at_real is real time even in a rehearsal.
CREATE TABLE idempotency (
  grain_type TEXT    NOT NULL,
  grain_key  TEXT    NOT NULL,
  key        TEXT    NOT NULL,
  body_hash  TEXT    NOT NULL,
  answer     TEXT    NOT NULL,
  at_real    INTEGER NOT NULL,
  PRIMARY KEY (grain_type, grain_key, key)
) WITHOUT ROWID;

CREATE INDEX idempotency_age ON idempotency (at_real);

-- Keep first, tell after, in one statement: what a document says was decided in its last write is copied in the same transaction.
-- A key that is already there fails the whole write; a document is never kept twice for one command.
CREATE TRIGGER grain_state_first AFTER INSERT ON grain_state WHEN new.payload IS NOT NULL
BEGIN
  INSERT INTO outbox (shard, at, grain_type, grain_key, seq, campaign, actor, event_type, body)
  SELECT json_extract(d.doc, '$.shard'), json_extract(d.doc, '$.at'), new.grain_type, new.grain_key,
         json_extract(d.doc, '$.seq') - json_array_length(d.doc, '$.events') + 1 + e.key,
         CASE WHEN instr(new.grain_key, '/') > 0 THEN substr(new.grain_key, 1, instr(new.grain_key, '/') - 1) ELSE new.grain_key END,
         json_extract(d.doc, '$.by'), json_extract(e.value, '$."$type"'), e.value
  FROM (SELECT CAST(new.payload AS TEXT) AS doc) AS d, json_each(d.doc, '$.events') AS e;

  INSERT INTO idempotency (grain_type, grain_key, key, body_hash, answer, at_real)
  SELECT new.grain_type, new.grain_key, json_extract(d.doc, '$.command.key'), json_extract(d.doc, '$.command.bodyHash'),
         json_extract(d.doc, '$.command.answer'), CAST(unixepoch('subsec') * 1000 AS INTEGER)
  FROM (SELECT CAST(new.payload AS TEXT) AS doc) AS d
  WHERE json_extract(d.doc, '$.command.key') IS NOT NULL;
END;

CREATE TRIGGER grain_state_later AFTER UPDATE OF payload ON grain_state WHEN new.payload IS NOT NULL
BEGIN
  INSERT INTO outbox (shard, at, grain_type, grain_key, seq, campaign, actor, event_type, body)
  SELECT json_extract(d.doc, '$.shard'), json_extract(d.doc, '$.at'), new.grain_type, new.grain_key,
         json_extract(d.doc, '$.seq') - json_array_length(d.doc, '$.events') + 1 + e.key,
         CASE WHEN instr(new.grain_key, '/') > 0 THEN substr(new.grain_key, 1, instr(new.grain_key, '/') - 1) ELSE new.grain_key END,
         json_extract(d.doc, '$.by'), json_extract(e.value, '$."$type"'), e.value
  FROM (SELECT CAST(new.payload AS TEXT) AS doc) AS d, json_each(d.doc, '$.events') AS e;

  INSERT INTO idempotency (grain_type, grain_key, key, body_hash, answer, at_real)
  SELECT new.grain_type, new.grain_key, json_extract(d.doc, '$.command.key'), json_extract(d.doc, '$.command.bodyHash'),
         json_extract(d.doc, '$.command.answer'), CAST(unixepoch('subsec') * 1000 AS INTEGER)
  FROM (SELECT CAST(new.payload AS TEXT) AS doc) AS d
  WHERE json_extract(d.doc, '$.command.key') IS NOT NULL;
END;

-- One statement, no BEGIN: a lock that cannot be had in time leaves the pooled connection clean.
-- No row back means that somebody else was first; the provider reports an inconsistent state.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('WriteToStorageKey', '
INSERT INTO grain_state (grain_type, grain_key, version, payload, modified_at)
SELECT @GrainTypeString, @GrainIdExtensionString, 1, @PayloadBinary, CAST(unixepoch(''subsec'') * 1000 AS INTEGER)
WHERE @GrainStateVersion IS NULL
   OR EXISTS (SELECT 1 FROM grain_state WHERE grain_type = @GrainTypeString AND grain_key = @GrainIdExtensionString)
ON CONFLICT (grain_type, grain_key) DO UPDATE
SET payload = excluded.payload, version = version + 1, modified_at = excluded.modified_at
WHERE version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion');

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadFromStorageKey', '
SELECT payload AS PayloadBinary, version AS Version
FROM grain_state WHERE grain_type = @GrainTypeString AND grain_key = @GrainIdExtensionString');

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ClearStorageKey', '
UPDATE grain_state SET payload = NULL, version = version + 1, modified_at = CAST(unixepoch(''subsec'') * 1000 AS INTEGER)
WHERE grain_type = @GrainTypeString AND grain_key = @GrainIdExtensionString AND version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion');
