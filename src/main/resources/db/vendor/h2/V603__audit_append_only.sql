-- H2 is one file of one program: whoever has the file has everything. What it can hold is the reminder, and the chain.
comment on table audit_entry is 'append-only, see audit_seal';
comment on table audit_seal is 'append-only, checked by --tuntas.audit.verify';
