-- Working time (id.tuntas.calendar). '*' stands for every agency of a district, or for every district. A district without a
-- row for '*' has the product's standard hours.
create table work_calendar (
    district_id       varchar(64) not null references district (id),
    agency_id         varchar(64) not null,
    observes_holidays boolean     not null,
    primary key (district_id, agency_id)
);

-- Stretches of working time, in minutes of the local day: until_minute 1440 is midnight at its end. weekday 1 = Monday.
create table work_hours (
    district_id  varchar(64) not null,
    agency_id    varchar(64) not null,
    weekday      integer     not null check (weekday between 1 and 7),
    from_minute  integer     not null check (from_minute >= 0),
    until_minute integer     not null check (until_minute <= 1440),
    primary key (district_id, agency_id, weekday, from_minute),
    foreign key (district_id, agency_id) references work_calendar (district_id, agency_id),
    check (from_minute < until_minute)
);

-- District '*' = national. Minutes only on a half day. shipped = comes with the product, which may replace it.
create table holiday (
    district_id  varchar(64)  not null,
    holiday_date date         not null,
    name         varchar(200) not null,
    kind         varchar(20)  not null check (kind in ('libur-nasional', 'cuti-bersama', 'libur-daerah', 'setengah-hari')),
    from_minute  integer,
    until_minute integer,
    shipped      boolean      not null,
    primary key (district_id, holiday_date),
    check ((kind = 'setengah-hari') = (from_minute is not null and until_minute is not null))
);

-- Years whose national holidays have been decreed and are in the table above.
create table settled_year (
    calendar_year integer not null primary key
);

-- One row; its token changes with every change, so that each node sees that what it remembers is old. Whoever changes
-- something holds the row: changes come one after the other.
create table calendar_version (
    id    integer     not null primary key,
    token varchar(36) not null
);

insert into calendar_version (id, token) values (1, 'baru');
