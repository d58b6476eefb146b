-- Nobody changes the audit, whatever his rights: not the owner of the tables either, unless he removes these triggers.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The audit is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_is_append_only();
create trigger audit_seal_append_only before update or delete or truncate on audit_seal
    for each statement execute function audit_is_append_only();

-- Whoever is not the owner may add and read. Other rights come from the default privileges of the how-to
-- run-on-postgresql, which hold for all tables.
do $$
declare
    found record;
begin
    for found in
        select distinct table_name, grantee
        from information_schema.role_table_grants
        where table_schema = current_schema() and table_name in ('audit_entry', 'audit_seal') and grantee <> current_user
    loop
        execute format('revoke update, delete, truncate, references, trigger on %I from %s', found.table_name,
                       case found.grantee when 'PUBLIC' then 'public' else quote_ident(found.grantee) end);
    end loop;
end $$;
