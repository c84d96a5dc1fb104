-- The processes that train. A row is good until its time is over: a living process puts that off, again and again.
create table workers (
    id          uuid                     not null primary key,
    name        varchar(255)             not null,
    device      varchar(8)               not null,
    slots       integer                  not null,
    alive_until timestamp with time zone not null
);

-- Since when the job has waited with no worker there that could take it; null: there is one, or it does not wait.
alter table training_jobs add column unserved_since timestamp with time zone;

-- Waits outside of the queue until fewer jobs of its owner run.
alter table training_jobs add column held_back boolean default false not null;

create index training_jobs_held_back on training_jobs (held_back, owner, device, id);

-- How many jobs of a device wait or are held, and which of them miss a worker.
create index training_jobs_status_device on training_jobs (status, device, unserved_since);
