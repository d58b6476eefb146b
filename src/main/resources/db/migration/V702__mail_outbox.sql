-- Mail to be sent and sent (id.tuntas.notify). No address: it is looked up when the letter leaves. Rows go after 30 days.
create table mail_outbox (
    id          bigint generated always as identity primary key,
    user_id     varchar(64)              not null,
    kind        varchar(16)              not null,
    district_id varchar(64)              not null,
    local_date  date                     not null,
    subject     varchar(200)             not null,
    body        varchar(4000)            not null,
    written_at  timestamp with time zone not null,
    state       varchar(16)              not null,
    attempts    integer                  not null,
    next_try_at timestamp with time zone not null,
    ended_at    timestamp with time zone,
    -- kind of error and the server's number, never its words: they may hold the address
    problem     varchar(100),
    unique (user_id, kind, district_id, local_date)
);

create index mail_outbox_to_send on mail_outbox (state, next_try_at);

-- That the letters of a district's day have been written. Whoever adds the row writes them, in the same transaction.
create table mail_round (
    kind        varchar(16) not null,
    district_id varchar(64) not null,
    local_date  date        not null,
    primary key (kind, district_id, local_date)
);
