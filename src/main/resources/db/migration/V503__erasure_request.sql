-- Somebody asks for a case to be erased, somebody else erases it (id.tuntas.vault). At most one request of a case waits.
-- Reasons are kept for ever and hold no personal data.
create table erasure_request (
    id          bigint generated always as identity primary key,
    case_number varchar(40)              not null,
    reason      varchar(500)             not null,
    asked_by    varchar(64)              not null,
    asked_at    timestamp with time zone not null,
    -- null while it waits; DIHAPUS, DITOLAK by another, DITARIK by who asked, GUGUR because somebody forbade to erase
    outcome     varchar(16),
    end_reason  varchar(500),
    ended_by    varchar(64),
    ended_at    timestamp with time zone
);

create index erasure_request_of_case on erasure_request (case_number, ended_at);

-- who asked for what another one erased; null where an operator did it with the command
alter table erasure_certificate add column asked_by varchar(64);
