-- A version of a plan may have several texts until one of them is issued: the campaign's document says which.
-- hash names a text (SHA-256, base64url; '' for texts of earlier programs, of which a version has only one). Among the texts of
-- a version the one with the highest turn was stored last. stored_for holds the keys of the callers who
-- stored it, with a space between them.
CREATE TABLE plan_text (
  campaign   TEXT    NOT NULL,
  version    INTEGER NOT NULL,
  hash       TEXT    NOT NULL DEFAULT '',
  turn       INTEGER NOT NULL DEFAULT 1,
  stored_for TEXT    NULL,
  json       TEXT    NOT NULL,
  stored_at  INTEGER NOT NULL,
  PRIMARY KEY (campaign, version, hash)
);

INSERT INTO plan_text (campaign, version, json, stored_at) SELECT campaign, version, json, stored_at FROM plan_document;
DROP TABLE plan_document;
ALTER TABLE plan_text RENAME TO plan_document;
