-- What the managers' board needs to know of a clock: who has taken the step (user id; null = nobody; stays when it is done),
-- and when the ladder goes on (null = it does not climb, or nobody stands above).
alter table step_clock add column assignee varchar(64);
alter table step_clock add column next_rung_at timestamp with time zone;

update step_clock set assignee = (
    select actor from clock_event
    where clock_event.clock_id = step_clock.id and clock_event.kind = 'CLAIMED'
    order by clock_event.id fetch first 1 row only)
where claimed_at is not null;

-- open clocks are few beside those that are done: one end of this index holds them, by due date
create index step_clock_board on step_clock (district_id, done_at, kind, due_at);
-- lists of everything whose due date lay in a period
create index step_clock_by_due on step_clock (district_id, kind, due_at);
drop index step_clock_of_district;
