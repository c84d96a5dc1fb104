-- What the job is to be trained on: any, cpu or gpu.
alter table training_jobs add column device varchar(8) default 'any' not null;

-- Pages of one owner's jobs of one status, newest first.
create index training_jobs_owner_status_id on training_jobs (owner, status, id);
drop index training_jobs_owner_status;
