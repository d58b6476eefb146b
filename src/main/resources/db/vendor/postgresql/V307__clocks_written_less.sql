-- A clock is written again with every thing that happens to it, and with each write goes a line in every index that holds it.
-- What the sweep looks for is left out of its index once it is done, and so is what no longer asks for anything. H2 has no
-- such indexes.
drop index step_clock_to_remind;
drop index step_clock_to_respond;
drop index step_clock_to_breach;
drop index step_clock_ladders;
drop index step_clock_board;
create index step_clock_to_remind on step_clock (remind_at, id) where done_at is null and reminded_at is null;
create index step_clock_to_respond on step_clock (respond_by, id)
    where done_at is null and claimed_at is null and respond_late_at is null and respond_by is not null;
create index step_clock_to_breach on step_clock (due_at, id) where done_at is null and breached_at is null;
create index step_clock_ladders on step_clock (done_at, id)
    where ladder_ended_at is null and ladder_instance_id is not null and done_at is not null;
-- open clocks have an index of their own, step_clock_open
create index step_clock_board on step_clock (district_id, done_at, kind, due_at) where done_at is not null;
