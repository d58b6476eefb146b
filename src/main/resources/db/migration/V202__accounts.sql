-- Whether somebody may sign in, and the number that all his sessions must carry. Raising it ends them on every node.
create table account (
    user_id       varchar(64) not null primary key,
    enabled       boolean     not null default true,
    session_epoch bigint      not null default 0
);
insert into account (user_id, enabled) select user_id, enabled from credential;
alter table credential drop column enabled;

-- Somebody's authenticator app. The secret is sealed, see SecretBox; last_step is the last time step whose code was used.
create table second_factor (
    user_id      varchar(64)              not null primary key,
    secret       varchar(512)             not null,
    last_step    bigint                   not null,
    confirmed_at timestamp with time zone not null
);

-- SHA-256 of 80 random bits each; a used one is deleted.
create table recovery_code (
    user_id varchar(64) not null,
    hash    varchar(64) not null,
    primary key (user_id, hash)
);

-- SHA-256 of a token that lets somebody set his password once.
create table password_link (
    hash        varchar(64)              not null primary key,
    user_id     varchar(64)              not null,
    valid_until timestamp with time zone not null
);

-- Who of the identity provider is who of us. Without provisioned, groups and districts stay ours.
create table oidc_link (
    issuer      varchar(255)             not null,
    subject     varchar(255)             not null,
    user_id     varchar(64)              not null unique,
    provisioned boolean                  not null,
    linked_at   timestamp with time zone not null,
    primary key (issuer, subject)
);
