-- Uploads that are sent piece by piece: whoever is cut off goes on where the last kept piece ends. Instants are UTC milliseconds, real time.
-- owner: as in file_upload. sha256: what the sender says that it will be. received: bytes that are kept, without a gap. hash: the content
-- once all of it was taken in; its pieces are gone then, and the row answers whoever asks again. at: when it was begun, or last went on.
CREATE TABLE begun_upload (
  id       text COLLATE "C" NOT NULL PRIMARY KEY,
  campaign text COLLATE "C" NOT NULL,
  owner    text COLLATE "C" NOT NULL,
  name     text             NOT NULL,
  size     bigint           NOT NULL,
  sha256   text COLLATE "C" NULL,
  received bigint           NOT NULL,
  hash     text COLLATE "C" NULL,
  begun_by text             NOT NULL,
  at       bigint           NOT NULL
);

CREATE INDEX begun_upload_owner ON begun_upload (campaign, owner);
CREATE INDEX begun_upload_at ON begun_upload (at);

-- begins_at: how many bytes come before it.
CREATE TABLE begun_upload_piece (
  upload    text COLLATE "C" NOT NULL,
  begins_at bigint           NOT NULL,
  bytes     bytea            NOT NULL,
  PRIMARY KEY (upload, begins_at)
);
ALTER TABLE begun_upload_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;
