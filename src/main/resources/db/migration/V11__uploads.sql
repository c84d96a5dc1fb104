-- Sample sets that come in parts. What has become a sample set, or has expired, keeps its row for a while, so that a client that asks again is told.
create table uploads (
    id         uuid                     not null primary key,
    owner      varchar(200)             default 'local' not null,
    name       varchar(200)             not null,
    labels     text                     not null,
    format     varchar(16)              not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    sample_set uuid
);

create index uploads_expires_at on uploads (expires_at);

create table upload_parts (
    upload_id   uuid                     not null references uploads (id) on delete cascade,
    number      integer                  not null,
    sha256      varchar(64)              not null references blobs (sha256),
    size_bytes  bigint                   not null,
    received_at timestamp with time zone not null,
    primary key (upload_id, number)
);

create index upload_parts_sha256 on upload_parts (sha256);
