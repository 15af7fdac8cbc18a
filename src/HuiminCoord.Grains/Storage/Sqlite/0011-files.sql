-- Files as evidence. Content is kept once under its SHA-256 (64 hexadecimal digits), in pieces: whoever reads it slowly holds neither
-- a connection nor the whole of it. Instants are UTC milliseconds: real time, but added_at is campaign time.

-- kind: what the bytes themselves are. stored_at: when somebody last uploaded it.
CREATE TABLE file_content (
  hash      TEXT    NOT NULL PRIMARY KEY,
  kind      TEXT    NOT NULL,
  size      INTEGER NOT NULL,
  stored_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE file_piece (
  hash   TEXT    NOT NULL,
  number INTEGER NOT NULL,
  bytes  BLOB    NOT NULL,
  PRIMARY KEY (hash, number)
);

-- Who may attach a content: owner is a unit, or '/' and an inbox such as '/office'. at: when it was last uploaded or named by an act.
CREATE TABLE file_upload (
  campaign    TEXT    NOT NULL,
  owner       TEXT    NOT NULL,
  hash        TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  media_type  TEXT    NOT NULL,
  size        INTEGER NOT NULL,
  uploaded_by TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  PRIMARY KEY (campaign, owner, hash)
) WITHOUT ROWID;

CREATE INDEX file_upload_hash ON file_upload (hash);

-- What was attached, written by the relay: room and id are the actor, seq its event, position the place among the event's files.
-- subject: the duty of a unit, the unit that reported on a task, the goal of a phase. part: null = several, or the whole.
CREATE TABLE attachment (
  campaign   TEXT    NOT NULL,
  room       TEXT    NOT NULL,
  id         TEXT    NOT NULL,
  seq        INTEGER NOT NULL,
  position   INTEGER NOT NULL,
  subject    TEXT    NOT NULL,
  part       TEXT    NULL,
  hash       TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  media_type TEXT    NOT NULL,
  size       INTEGER NOT NULL,
  added_by   TEXT    NULL,
  added_at   INTEGER NOT NULL,
  PRIMARY KEY (campaign, room, id, seq, position)
) WITHOUT ROWID;

CREATE INDEX attachment_hash ON attachment (hash, campaign);
