-- The number of a case and the guarantee that it is unique: the engine's business key is not (id.tuntas.casefile).
create table case_sequence (
    district_id   varchar(64) not null primary key references district (id),
    sequence_year integer     not null,
    last_number   bigint      not null
);

create table case_file (
    number              varchar(40) not null primary key,
    district_id         varchar(64) not null references district (id),
    case_year           integer     not null,
    sequence            bigint      not null,
    process_instance_id varchar(64) not null unique,
    opened_at           timestamp with time zone not null,
    closed_at           timestamp with time zone,
    unique (district_id, case_year, sequence)
);
