-- The same index of open clocks, in the order in which the board shows them: danger first, then by due date. So the first
-- page of the worst is read from its beginning, and counts still need not leave it.
drop index step_clock_open;
create index step_clock_open on step_clock (district_id, kind, (case when risk = 'DARURAT' then 0 else 1 end), due_at, id)
    include (risk, breached_at, assignee, agency_id, step_id, stage_id, service, case_number, owner_group,
        rung, next_rung_at, respond_late_at, running_since)
    where done_at is null;
