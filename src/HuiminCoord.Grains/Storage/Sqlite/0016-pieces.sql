-- Uploads that are sent piece by piece: whoever is cut off goes on where the last kept piece ends. Instants are UTC milliseconds, real time.
-- owner: as in file_upload. sha256: what the sender says that it will be. received: bytes that are kept, without a gap. hash: the content
-- once all of it was taken in; its pieces are gone then, and the row answers whoever asks again. at: when it was begun, or last went on.
CREATE TABLE begun_upload (
  id       TEXT    NOT NULL PRIMARY KEY,
  campaign TEXT    NOT NULL,
  owner    TEXT    NOT NULL,
  name     TEXT    NOT NULL,
  size     INTEGER NOT NULL,
  sha256   TEXT    NULL,
  received INTEGER NOT NULL,
  hash     TEXT    NULL,
  begun_by TEXT    NOT NULL,
  at       INTEGER NOT NULL
);

CREATE INDEX begun_upload_owner ON begun_upload (campaign, owner);
CREATE INDEX begun_upload_at ON begun_upload (at);

-- begins_at: how many bytes come before it.
CREATE TABLE begun_upload_piece (
  upload    TEXT    NOT NULL,
  begins_at INTEGER NOT NULL,
  bytes     BLOB    NOT NULL,
  PRIMARY KEY (upload, begins_at)
);
