create table sample_sets (
    id          uuid                     not null primary key,
    name        varchar(200)             not null,
    labels      text                     not null,
    point_count bigint                   not null,
    dimension   integer                  not null,
    sha256      varchar(64)              not null,
    size_bytes  bigint                   not null,
    mean        text                     not null,
    variance    text                     not null,
    created_at  timestamp with time zone not null
);

create index sample_sets_sha256 on sample_sets (sha256);
