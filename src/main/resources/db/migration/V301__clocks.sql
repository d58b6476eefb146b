-- One row for each clock: of a step (id = id of the engine's task) or of a stage (id = its activity instance). Written in
-- the engine's transaction, read by everything that asks what is late. No personal data (id.tuntas.sla).
create table step_clock (
    id                    varchar(100)             not null primary key,
    kind                  varchar(16)              not null,
    case_number           varchar(40),
    process_instance_id   varchar(64)              not null,
    execution_id          varchar(64)              not null,
    process_definition_id varchar(128)             not null,
    process_key           varchar(128)             not null,
    sop_version           integer                  not null,
    step_id               varchar(128)             not null,
    stage_id              varchar(128),
    service               varchar(64),
    agency_id             varchar(64),
    district_id           varchar(64),
    owner_group           varchar(64),
    risk                  varchar(16),
    trafficking           boolean                  not null,
    -- what it may take, in units of its measure; consumed until running_since. A running_since that lies ahead = paused until then.
    calendar              varchar(8)               not null,
    measure               varchar(16)              not null,
    statutory             boolean                  not null,
    budget                varchar(64)              not null,
    total_units           bigint                   not null,
    consumed_units        bigint                   not null,
    running_since         timestamp with time zone not null,
    remind_share          double precision         not null,
    started_at            timestamp with time zone not null,
    respond_by            timestamp with time zone,
    respond_late_at       timestamp with time zone,
    claimed_at            timestamp with time zone,
    remind_at             timestamp with time zone not null,
    reminded_at           timestamp with time zone,
    due_at                timestamp with time zone not null,
    provisional           boolean                  not null,
    has_timer             boolean                  not null,
    breached_at           timestamp with time zone,
    rung                  integer                  not null,
    ladder_instance_id    varchar(64),
    ladder_ended_at       timestamp with time zone,
    legal_breach_at       timestamp with time zone,
    done_at               timestamp with time zone,
    outcome               varchar(16)
);

create index step_clock_of_case on step_clock (process_instance_id, done_at);
create index step_clock_of_execution on step_clock (execution_id);
-- what the sweep looks for
create index step_clock_to_remind on step_clock (done_at, reminded_at, remind_at);
create index step_clock_to_respond on step_clock (done_at, claimed_at, respond_late_at, respond_by);
create index step_clock_to_breach on step_clock (done_at, breached_at, due_at);
create index step_clock_ladders on step_clock (ladder_ended_at, ladder_instance_id);
-- what the board asks
create index step_clock_of_district on step_clock (district_id, done_at, due_at);

-- What happened to a clock, oldest first; rows are added and never changed.
create table clock_event (
    id          bigint generated always as identity primary key,
    clock_id    varchar(100)             not null,
    happened_at timestamp with time zone not null,
    kind        varchar(32)              not null,
    actor       varchar(64),
    reason      varchar(64),
    units       bigint,
    until_at    timestamp with time zone,
    due_before  timestamp with time zone,
    due_after   timestamp with time zone
);

create index clock_event_of_clock on clock_event (clock_id, id);
