-- Whose passkeys are whose. The handle is what an authenticator keeps in place of the user id: random, so that nobody who
-- reads it there learns anything.
create table passkey_owner (
    user_id     varchar(64)  not null primary key references account (user_id) on delete cascade,
    user_handle varchar(100) not null unique
);

-- Public halves of passkeys; they go with the account. Bytes are in Base64url. sign_count is what the authenticator counted
-- last, 0 for ever on one that does not count. label is what its owner calls it.
create table passkey (
    id                 varchar(16)              not null primary key,
    user_id            varchar(64)              not null references passkey_owner (user_id) on delete cascade,
    credential_id      varchar(1400)            not null unique,
    public_key         varchar(2000)            not null,
    attestation_object varchar(12000)           not null,
    sign_count         bigint                   not null,
    transports         varchar(100)             not null,
    backup_eligible    boolean                  not null,
    backup_state       boolean                  not null,
    label              varchar(40)              not null,
    created_at         timestamp with time zone not null,
    last_used_at       timestamp with time zone
);
create index passkey_of on passkey (user_id);
