create table models (
    name         varchar(100)             not null primary key,
    dimension    integer                  not null,
    description  varchar(2000)            not null,
    labels       text                     not null,
    last_version integer                  not null,
    revision     uuid                     not null,
    created_at   timestamp with time zone not null,
    updated_at   timestamp with time zone not null
);

create table model_versions (
    model           varchar(100)             not null references models (name),
    version         integer                  not null,
    dimension       integer                  not null,
    solver          varchar(100)             not null,
    artifact_sha256 varchar(64)              not null,
    artifact_size   bigint                   not null,
    provenance      text                     not null,
    metrics         text                     not null,
    notes           text                     not null,
    job_id          uuid unique,
    created_at      timestamp with time zone not null,
    primary key (model, version)
);

create index model_versions_artifact on model_versions (artifact_sha256);

create table model_aliases (
    model      varchar(100)             not null,
    alias      varchar(100)             not null,
    version    integer                  not null,
    revision   uuid                     not null,
    updated_at timestamp with time zone not null,
    primary key (model, alias),
    foreign key (model, version) references model_versions (model, version)
);
