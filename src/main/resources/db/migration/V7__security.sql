create table api_keys (
    id           uuid                     not null primary key,
    owner        varchar(200)             not null,
    name         varchar(200)             not null,
    scope        varchar(16)              not null,
    sha256       varchar(64)              not null unique,
    hint         varchar(16)              not null,
    created_at   timestamp with time zone not null,
    expires_at   timestamp with time zone,
    last_used_at timestamp with time zone,
    revoked_at   timestamp with time zone
);

-- What was there before belongs to whom everything belongs while security is off.
alter table sample_sets add column owner varchar(200) default 'local' not null;
alter table models add column owner varchar(200) default 'local' not null;
alter table training_jobs add column owner varchar(200) default 'local' not null;

create index sample_sets_owner on sample_sets (owner, id);
create index models_owner on models (owner, name);
create index training_jobs_owner on training_jobs (owner, id);
create index training_jobs_owner_status on training_jobs (owner, status);

-- Two owners may use the same Idempotency-Key. A primary key cannot be changed in words that H2 and PostgreSQL both know.
create table owned_idempotency_keys (
    owner           varchar(200)             not null,
    idempotency_key varchar(255)             not null,
    request_sha256  varchar(64)              not null,
    created_at      timestamp with time zone not null,
    job_id          uuid,
    answer          varchar(1000000),
    primary key (owner, idempotency_key)
);

insert into owned_idempotency_keys (owner, idempotency_key, request_sha256, created_at, job_id, answer)
select 'local', idempotency_key, request_sha256, created_at, job_id, answer from idempotency_keys;

drop table idempotency_keys;

alter table owned_idempotency_keys rename to idempotency_keys;

create index idempotency_keys_made_at on idempotency_keys (created_at);
