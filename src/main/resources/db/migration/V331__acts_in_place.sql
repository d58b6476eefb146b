-- What managers did from the board, one row for each step of one press of a button: the same press sent twice finds its
-- rows here and does nothing again. The ledger and the audit tell the story; this table only answers "what happened to my
-- press" (id.tuntas.board). No personal data.
create table act_in_place (
    actor       varchar(64)              not null,
    press       varchar(36)              not null,
    clock_id    varchar(100)             not null,
    place       integer                  not null,
    act         varchar(16)              not null,
    outcome     varchar(24)              not null,
    happened_at timestamp with time zone not null,
    primary key (actor, press, clock_id)
);
