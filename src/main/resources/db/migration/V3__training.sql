create table training_jobs (
    id                  uuid                     not null primary key,
    status              varchar(16)              not null,
    attempt             integer                  not null,
    failures            integer                  not null,
    losses              integer                  not null,
    revision            bigint                   not null,
    last_event          bigint                   not null,
    created_at          timestamp with time zone not null,
    updated_at          timestamp with time zone not null,
    started_at          timestamp with time zone,
    ended_at            timestamp with time zone,
    queued_at           timestamp with time zone not null,
    source              uuid                     not null,
    target              uuid                     not null,
    validation_source   uuid,
    validation_target   uuid,
    dimension           integer                  not null,
    solver              varchar(100000)          not null,
    seed                bigint                   not null,
    max_runtime_seconds bigint,
    register_model      varchar(100)             not null,
    register_alias      varchar(100),
    metadata            varchar(100000)          not null,
    worker              varchar(255),
    queue_entry         varchar(100),
    phase               varchar(32),
    completed           bigint                   not null,
    total               bigint                   not null,
    unit                varchar(16)              not null,
    estimated_end_at    timestamp with time zone,
    ran_millis          bigint                   not null,
    error_code          varchar(64),
    error_message       varchar(4000),
    model_version       integer,
    metrics             varchar(100000)          not null,
    notes               varchar(100000)          not null
);

create index training_jobs_status on training_jobs (status, queued_at);

create table training_transitions (
    job_id  uuid                     not null references training_jobs (id) on delete cascade,
    ordinal integer                  not null,
    status  varchar(16)              not null,
    at      timestamp with time zone not null,
    reason  varchar(4000)            not null,
    primary key (job_id, ordinal)
);

create table training_events (
    job_id  uuid                     not null references training_jobs (id) on delete cascade,
    id      bigint                   not null,
    type    varchar(32)              not null,
    level   varchar(16)              not null,
    message varchar(4000)            not null,
    data    varchar(100000)          not null,
    at      timestamp with time zone not null,
    primary key (job_id, id)
);

create table training_metrics (
    job_id  uuid                     not null references training_jobs (id) on delete cascade,
    step    bigint                   not null,
    figures varchar(100000)          not null,
    at      timestamp with time zone not null,
    primary key (job_id, step)
);

create table training_checkpoints (
    job_id     uuid                     not null references training_jobs (id) on delete cascade,
    step       bigint                   not null,
    attempt    integer                  not null,
    sha256     varchar(64)              not null,
    size       bigint                   not null,
    created_at timestamp with time zone not null,
    primary key (job_id, step)
);

create table idempotency_keys (
    idempotency_key varchar(255)             not null primary key,
    request_sha256  varchar(64)              not null,
    created_at      timestamp with time zone not null,
    job_id          uuid,
    answer          varchar(1000000)
);

create index idempotency_keys_created_at on idempotency_keys (created_at);

-- The queue: db-scheduler 16's own table, as its documentation has it.
create table scheduled_tasks (
    task_name            varchar(100)             not null,
    task_instance        varchar(100)             not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            varchar(255),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority_execution_time on scheduled_tasks (priority desc, execution_time asc);
