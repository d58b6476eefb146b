-- When the first limit set by law was broken in the case and everybody on the ladder had been told; set once, never cleared.
alter table case_file add column legal_breach_at timestamp with time zone;
