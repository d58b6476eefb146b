-- Districts, agencies, services and which agency performs which service where, and since when (id.tuntas.partner).
create table district (
    id                varchar(64)  not null primary key,
    code              varchar(16)  not null unique,
    name              varchar(200) not null,
    zone              varchar(64)  not null,
    coordinator_group varchar(64)
);

create table agency (
    district_id varchar(64)  not null references district (id),
    id          varchar(64)  not null,
    name        varchar(200) not null,
    primary key (district_id, id)
);

create table service (
    id        varchar(64)  not null primary key,
    name      varchar(200) not null,
    mou_class varchar(8)
);

-- valid_until is the last day, itself included; null = open-ended
create table mou_service (
    district_id     varchar(64) not null references district (id),
    service_id      varchar(64) not null references service (id),
    valid_from      date        not null,
    valid_until     date,
    agency_id       varchar(64) not null,
    candidate_group varchar(64) not null,
    primary key (district_id, service_id, valid_from),
    foreign key (district_id, agency_id) references agency (district_id, id)
);

-- One row for each district and service, made when they are registered: so a running case only ever updates it, and two
-- cases that meet the same gap at once cannot collide. seen_count 0 = never met.
create table mou_gap (
    district_id varchar(64) not null references district (id),
    service_id  varchar(64) not null references service (id),
    first_seen  timestamp with time zone,
    last_seen   timestamp with time zone,
    seen_count  bigint      not null,
    primary key (district_id, service_id)
);

-- One row; whoever imports the register holds it, so that two nodes that start at once do it one after the other.
create table register_import (
    id          integer not null primary key,
    source      varchar(500),
    imported_at timestamp with time zone
);

insert into register_import (id) values (1);
