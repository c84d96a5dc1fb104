create table sweeps (
    id               uuid                     not null primary key,
    owner            varchar(200)             not null,
    created_at       timestamp with time zone not null,
    request          varchar(1000000)         not null,
    jobs             integer                  not null,
    split_seed       bigint                   not null,
    held_out         integer                  not null,
    register_model   varchar(100)             not null,
    -- Goes to the best version once all jobs have ended; null: none does.
    register_alias   varchar(100),
    metadata         varchar(100000)          not null,
    cancelled_at     timestamp with time zone,
    ended_at         timestamp with time zone,
    promoted_job     uuid,
    promoted_version integer
);

create index sweeps_owner on sweeps (owner, id);
create index sweeps_ended_at on sweeps (ended_at);

alter table training_jobs add column sweep_id uuid;
alter table training_jobs add column sweep_ordinal integer;
alter table training_jobs add column sweep_settings varchar(100000);
alter table training_jobs add column split_seed bigint;
alter table training_jobs add constraint training_jobs_sweep_exists foreign key (sweep_id) references sweeps (id);

create index training_jobs_sweep on training_jobs (sweep_id, id);
