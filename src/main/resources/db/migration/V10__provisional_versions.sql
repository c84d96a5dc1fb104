-- A job that still trains may already serve an instant answer under the number that its map will have.
alter table model_versions add column provisional boolean default false not null;
