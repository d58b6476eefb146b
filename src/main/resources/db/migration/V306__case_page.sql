-- The page of a case asks for its clocks by the number of the case.
create index step_clock_of_case_number on step_clock (case_number);
