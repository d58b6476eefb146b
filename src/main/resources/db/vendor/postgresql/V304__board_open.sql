-- What the board asks first is asked of open clocks: an index that holds those alone, with all a count or an order needs, so
-- that neither reads the table. H2 has no such index; nobody keeps a million clocks there.
create index step_clock_open on step_clock (district_id, kind, due_at)
    include (id, breached_at, assignee, risk, agency_id, step_id, stage_id, service, case_number, owner_group,
        rung, next_rung_at, respond_late_at, running_since)
    where done_at is null;
