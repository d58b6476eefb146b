-- Days on which somebody is away (id.tuntas.access), both included; why is nobody's business. One stretch at a time.
create table absence (
    user_id   varchar(64) not null primary key references account (user_id) on delete cascade,
    first_day date        not null,
    last_day  date        not null
);
