-- People: accounts, the seats they are appointed to, their sessions, and single-use links. Instants are UTC milliseconds and
-- real; from_day and until_day are Shanghai days by the campaign's clock. Secrets are kept as hashes.

CREATE TABLE account (
  id                     TEXT    NOT NULL PRIMARY KEY,
  user_name              TEXT    NOT NULL,
  normalized_user_name   TEXT    NOT NULL UNIQUE,
  name                   TEXT    NOT NULL,
  email                  TEXT    NULL,
  normalized_email       TEXT    NULL,
  email_confirmed        INTEGER NOT NULL,
  password_hash          TEXT    NULL,
  security_stamp         TEXT    NULL,
  concurrency_stamp      TEXT    NULL,
  phone_number           TEXT    NULL,
  phone_number_confirmed INTEGER NOT NULL,
  two_factor_enabled     INTEGER NOT NULL,
  lockout_end            INTEGER NULL,
  lockout_enabled        INTEGER NOT NULL,
  access_failed_count    INTEGER NOT NULL,
  created_at             INTEGER NOT NULL,
  disabled_at            INTEGER NULL
);

CREATE TABLE account_claim (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id     TEXT NOT NULL,
  claim_type  TEXT NULL,
  claim_value TEXT NULL
);

CREATE TABLE account_login (
  login_provider        TEXT NOT NULL,
  provider_key          TEXT NOT NULL,
  provider_display_name TEXT NULL,
  user_id               TEXT NOT NULL,
  PRIMARY KEY (login_provider, provider_key)
) WITHOUT ROWID;

CREATE TABLE account_token (
  user_id        TEXT NOT NULL,
  login_provider TEXT NOT NULL,
  name           TEXT NOT NULL,
  value          TEXT NULL,
  PRIMARY KEY (user_id, login_provider, name)
) WITHOUT ROWID;

-- Codes of second factors that were shown: none is taken twice. Rows of some minutes ago are removed.
CREATE TABLE used_code (
  account TEXT    NOT NULL,
  code    TEXT    NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (account, code)
) WITHOUT ROWID;

-- Who sits where. campaign is '' for administrators. holder is null where the seat's people change without the account: a
-- rehearsal's demo accounts. ended_at ends it at once; a unit's seat is ended by the relay when its actor names somebody else.
CREATE TABLE appointment (
  id            TEXT    NOT NULL PRIMARY KEY,
  account       TEXT    NOT NULL,
  campaign      TEXT    NOT NULL,
  seat          TEXT    NOT NULL,
  holder        TEXT    NULL,
  from_day      TEXT    NULL,
  until_day     TEXT    NULL,
  absent_from   TEXT    NULL,
  absent_until  TEXT    NULL,
  created_at    INTEGER NOT NULL,
  created_by    TEXT    NOT NULL,
  ended_at      INTEGER NULL
);

CREATE INDEX appointment_seat ON appointment (campaign, seat);
CREATE INDEX appointment_account ON appointment (account);

-- token_hash is SHA-256: what is stored opens nothing. proved_twice: with a second
-- factor, here or at an identity provider. A hub token is a short-lived child of the session that asked for it.
CREATE TABLE session (
  id          TEXT    NOT NULL PRIMARY KEY,
  token_hash  BLOB    NOT NULL UNIQUE,
  kind        TEXT    NOT NULL,
  parent      TEXT    NULL,
  account     TEXT    NOT NULL,
  appointment TEXT    NULL,
  created_at  INTEGER NOT NULL,
  seen_at     INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL,
  revoked_at  INTEGER NULL,
  client      TEXT    NOT NULL,
  proved_twice INTEGER NOT NULL
);

CREATE INDEX session_account ON session (account, revoked_at);

-- Links that open one door once: the first set-up, an account's activation, a unit naming its people.
CREATE TABLE single_use_link (
  id         TEXT    NOT NULL PRIMARY KEY,
  token_hash BLOB    NOT NULL UNIQUE,
  kind       TEXT    NOT NULL,
  account    TEXT    NULL,
  campaign   TEXT    NULL,
  unit       TEXT    NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT    NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at    INTEGER NULL,
  revoked_at INTEGER NULL
);

CREATE INDEX single_use_link_unit ON single_use_link (campaign, unit);

-- What a unit, or a list of contacts, says about its people; the office confirms it, and accounts follow. One waits per seat.
-- link, turn: which link named it, and in which order its seats go to the actor. holder_before: who sat there when a list came.
-- told_*: what the unit's actor answered (its sequence, or a refusal's code); null until it was asked.
CREATE TABLE nomination (
  id         TEXT    NOT NULL PRIMARY KEY,
  campaign   TEXT    NOT NULL,
  unit       TEXT    NOT NULL,
  seat       TEXT    NOT NULL,
  holder     TEXT    NOT NULL,
  title      TEXT    NOT NULL,
  phone      TEXT    NOT NULL,
  email      TEXT    NOT NULL,
  source     TEXT    NOT NULL,
  link       TEXT    NULL,
  turn       INTEGER NOT NULL,
  holder_before TEXT NULL,
  created_at INTEGER NOT NULL,
  told_at    INTEGER NULL,
  told_seq   INTEGER NULL,
  told_refusal TEXT  NULL,
  stage      TEXT    NOT NULL,
  decided_at INTEGER NULL,
  decided_by TEXT    NULL,
  reason     TEXT    NULL,
  account    TEXT    NULL
);

CREATE INDEX nomination_unit ON nomination (campaign, stage, unit);
CREATE UNIQUE INDEX nomination_waiting ON nomination (campaign, unit, seat) WHERE stage = 'waiting';
CREATE INDEX nomination_untold ON nomination (created_at) WHERE stage = 'waiting' AND source = 'link' AND told_at IS NULL;

-- Keys by which the web framework protects its forms; shared by all servers of the database.
CREATE TABLE protection_key (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  friendly_name TEXT NULL,
  xml           TEXT NULL
);

-- Small facts about this server that fit nowhere else, such as the pass phrase of a rehearsal's demo accounts.
CREATE TABLE server_fact (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
