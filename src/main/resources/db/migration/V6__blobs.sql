-- Which object of the blob store holds which blob. A blob goes only when its row can, which the foreign keys below decide.
create table blobs (
    sha256       varchar(64)              not null primary key,
    size_bytes   bigint                   not null,
    object_key   varchar(200)             not null unique,
    committed_at timestamp with time zone not null
);

-- Objects that are being written: announced before their first byte, until they are a blob's.
create table blob_uploads (
    object_key varchar(200)             not null primary key,
    started_at timestamp with time zone not null
);

-- When the next round of the collector is due; whoever moves it on has the turn.
create table blob_collection (
    id      smallint                 not null primary key,
    next_at timestamp with time zone not null
);

insert into blob_collection (id, next_at) values (1, current_timestamp);

-- Until here a blob's key was its hash, in two folders.
insert into blobs (sha256, size_bytes, object_key, committed_at)
select sha256, max(size_bytes), substring(sha256, 1, 2) || '/' || substring(sha256, 3, 2) || '/' || sha256, current_timestamp
from (
    select sha256, size_bytes from sample_sets
    union all select artifact_sha256, artifact_size from model_versions
    union all select sha256, size from training_checkpoints
) referenced
group by sha256;

create index training_checkpoints_sha256 on training_checkpoints (sha256);

alter table sample_sets add constraint sample_sets_blob foreign key (sha256) references blobs (sha256);
alter table model_versions add constraint model_versions_blob foreign key (artifact_sha256) references blobs (sha256);
alter table training_checkpoints add constraint training_checkpoints_blob foreign key (sha256) references blobs (sha256);
