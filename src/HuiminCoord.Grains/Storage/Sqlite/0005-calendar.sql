-- Holiday papers that were imported, and the reminders that papers moved.
-- Instants are UTC milliseconds; dates are calendar days in Asia/Shanghai.

-- revision counts imports over all campaigns: a silo that has read up to it knows them all. Rows are never changed.
-- region is a division code, null for a paper of the whole country; known_from is when decisions began to use it.
CREATE TABLE calendar_import (
  revision     INTEGER NOT NULL PRIMARY KEY,
  id           TEXT    NOT NULL UNIQUE,
  region       TEXT    NULL,
  document     TEXT    NULL,
  url          TEXT    NULL,
  published_on TEXT    NOT NULL,
  known_from   INTEGER NOT NULL,
  imported_at  INTEGER NOT NULL,
  imported_by  TEXT    NOT NULL,
  reason       TEXT    NOT NULL,
  json         TEXT    NOT NULL
);

-- One row per reminder and paper that moved it before it was given: from null = it was not planned, to null = it no longer is.
CREATE TABLE step_moved (
  campaign   TEXT    NOT NULL,
  unit       TEXT    NOT NULL,
  obligation TEXT    NOT NULL,
  rung       TEXT    NOT NULL,
  grain_seq  INTEGER NOT NULL,
  moved_at   INTEGER NOT NULL,
  moved_from INTEGER NULL,
  moved_to   INTEGER NULL,
  paper      TEXT    NOT NULL,
  reason     TEXT    NULL,
  PRIMARY KEY (campaign, unit, obligation, rung, grain_seq)
) WITHOUT ROWID;

CREATE INDEX step_moved_paper ON step_moved (campaign, paper);
