-- Pages of one status, newest first, however many jobs of other statuses there are.
create index training_jobs_status_id on training_jobs (status, id);

-- Whether a sample set is needed by a job.
create index training_jobs_source on training_jobs (source);
create index training_jobs_target on training_jobs (target);
create index training_jobs_validation_source on training_jobs (validation_source);
create index training_jobs_validation_target on training_jobs (validation_target);

-- Whether an ended job still has all of its events and figures. The next to be thinned out is the first of those that ended first.
alter table training_jobs add column history_whole boolean default true not null;
create index training_jobs_history on training_jobs (history_whole, ended_at);
