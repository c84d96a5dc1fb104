alter table sample_sets add column measure text;
alter table sample_sets add column measure_sha256 varchar(64);

create index sample_sets_measure on sample_sets (measure_sha256);
