-- Passwords live here and not in the engine's identity tables: its check is weak and its lock-out works for strangers.
create table credential (
    user_id    varchar(64)              not null primary key,
    hash       varchar(255)             not null,
    changed_at timestamp with time zone not null,
    enabled    boolean                  not null default true
);
