"""Resumable uploads into the vault: tus 1.0.0 at /vault/uploads/, from browsers, devices and docking stations.

What a client may rely on (the page's script and `mingzhi ingest` do):

- Who: a session with the form's token in `X-CSRFToken`, or `Authorization: Bearer KEY` with a key of scope `upload`. Somebody else's
  upload is 404. Every answer that refuses is a Chinese sentence in text/plain that says what to do.
- `POST /vault/uploads/` with `Upload-Length` and `Upload-Metadata` (UTF-8 in Base64): `filename`; `sha256` of the whole file in hex,
  computed before sending, compared at the end; `purpose` (default `footage`); and what the taker of that purpose asks for, such as
  `device` or `activity`. 201 with `Location`; 422 in words when it could become nothing; 413 over `Tus-Max-Size`; 507 no room.
- `HEAD`, `PATCH` as in tus. 204 says that every byte up to `Upload-Offset` is on the disk. HEAD or PATCH take the upload over from an
  older connection that still sends. 409: ask HEAD and go on from there. 423, 503: the same after `Retry-After`. 460: this chunk
  (`Upload-Checksum: sha1|sha256 BASE64`) or the whole differs; of a chunk nothing is kept, of a whole nothing at all. 410: over.
- The answer to the last byte comes before a large file (over 16 MiB) is verified. `GET` the upload until its `state` is one of:
  `taken` 已入库; `held` the taker refuses, see `reason`, the bytes wait for an answer; `refused`, `damaged` nothing kept, see `reason`.
  Before that it is `receiving`, `whole` or `verified`. JSON: state, title, reason, name, size_bytes, offset_bytes, sha256, expires_at.
- `DELETE` gives up what is not whole, and closes what is held. What is whole cannot be deleted: 403.
- An unfinished upload is thrown away `MINGZHI_UNFINISHED_DAYS` after its last byte; `Upload-Expires` says when.
"""
