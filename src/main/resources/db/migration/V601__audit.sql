-- What somebody did or saw. Rows are added, never changed: no column is ever updated, so the application needs no more than
-- SELECT and INSERT here and on audit_seal. Names of fields and ids only, never a value (id.tuntas.audit).
create table audit_entry (
    id                  bigint generated always as identity primary key,
    happened_at         timestamp with time zone not null,
    actor               varchar(64)              not null,
    actor_groups        varchar(2000)            not null,
    actor_districts     varchar(2000)            not null,
    address             varchar(64),
    kind                varchar(64)              not null,
    -- of the case, or else of the actor if he has one; decides which auditor reads the row
    district_id         varchar(64),
    case_number         varchar(40),
    process_instance_id varchar(64),
    step_id             varchar(128),
    fields              varchar(100000)          not null,
    reason              varchar(200),
    node                varchar(64)              not null
);

create index audit_entry_of_case on audit_entry (case_number, id);
create index audit_entry_of_actor on audit_entry (actor, id);

-- The chain: one row for each entry, in the order in which they were sealed. Not a foreign key: the chain must say which
-- row is gone, so it has to outlive it.
create table audit_seal (
    sequence      bigint                   not null primary key,
    entry_id      bigint                   not null unique,
    sealed_at     timestamp with time zone not null,
    previous_hash varchar(64)              not null,
    hash          varchar(64)              not null
);

-- Entries that wait for their seal, written with the entry and taken away with the seal. A short list, so that the sealer
-- finds every row, also one that was committed after rows with higher ids, without reading the whole table.
create table audit_pending (
    entry_id    bigint                   not null primary key,
    happened_at timestamp with time zone not null
);

-- One row; who holds its lock seals.
create table audit_sealer (
    id        integer                  not null primary key,
    sealed_at timestamp with time zone
);
insert into audit_sealer (id) values (1);
