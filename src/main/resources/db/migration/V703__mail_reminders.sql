-- Reminders come as often as managers send them, so a letter is no longer one for each person, kind, district and day;
-- for summaries mail_round sees to that. The constraint has a name of each database's own, hence a new table.
alter table mail_outbox rename to mail_outbox_before;

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
    problem     varchar(100)
);

insert into mail_outbox (user_id, kind, district_id, local_date, subject, body, written_at, state, attempts, next_try_at,
    ended_at, problem)
select user_id, kind, district_id, local_date, subject, body, written_at, state, attempts, next_try_at, ended_at, problem
from mail_outbox_before order by id;

drop table mail_outbox_before;

create index mail_outbox_to_send on mail_outbox (state, next_try_at);
