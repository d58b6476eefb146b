-- Why the case was closed (option of alasanPenutupan), as it was known when it ended: retention counts by it (id.tuntas.casefile).
alter table case_file add column closing_reason varchar(64);
