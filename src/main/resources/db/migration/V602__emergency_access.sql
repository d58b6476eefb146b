-- Access to one case for some hours, taken in an emergency and reviewed afterwards (id.tuntas.audit).
create table emergency_access (
    id                  bigint generated always as identity primary key,
    process_instance_id varchar(64)              not null unique,
    user_id             varchar(64)              not null,
    case_number         varchar(40)              not null,
    district_id         varchar(64)              not null,
    -- a code of the form's list; what the officer wrote is a variable of the process
    reason              varchar(64)              not null,
    valid_from          timestamp with time zone not null,
    valid_until         timestamp with time zone not null,
    reviewed_at         timestamp with time zone,
    reviewer            varchar(64),
    verdict             varchar(32)
);

create index emergency_access_of_user on emergency_access (user_id, case_number, valid_until);
