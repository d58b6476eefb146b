-- One data key for each root process instance, wrapped by a master key that is not in the database (id.tuntas.vault).
create table data_key (
    root_instance_id varchar(64)              not null primary key,
    case_number      varchar(40),
    master_key_id    varchar(100)             not null,
    -- base64 of nonce and AES-256-GCM; null once the key was destroyed
    wrapped          varchar(200),
    created_at       timestamp with time zone not null,
    destroyed_at     timestamp with time zone
);

create index data_key_of_case on data_key (case_number);
create index data_key_of_master on data_key (master_key_id);

-- What was erased, when, why and by whom; rows are added, never changed. No personal data.
create table erasure_certificate (
    id             bigint generated always as identity primary key,
    case_number    varchar(40)              not null,
    destroyed_keys integer                  not null,
    master_key_ids varchar(500)             not null,
    reason         varchar(500)             not null,
    actor          varchar(64)              not null,
    erased_at      timestamp with time zone not null
);

-- Somebody forbade to erase a case: a lawsuit, an inspection. Stands until it is lifted.
create table legal_hold (
    id          bigint generated always as identity primary key,
    case_number varchar(40)              not null,
    reason      varchar(500)             not null,
    placed_by   varchar(64)              not null,
    placed_at   timestamp with time zone not null,
    lift_reason varchar(500),
    lifted_by   varchar(64),
    lifted_at   timestamp with time zone
);

create index legal_hold_of_case on legal_hold (case_number, lifted_at);
