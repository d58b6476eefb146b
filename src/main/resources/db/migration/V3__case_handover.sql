-- Which case another district opened for a case that was handed over to it (id.tuntas.casefile). Numbers and a time only.
create table case_handover (
    from_number    varchar(40) not null primary key references case_file (number),
    to_number      varchar(40) not null unique references case_file (number),
    handed_over_at timestamp with time zone not null
);
