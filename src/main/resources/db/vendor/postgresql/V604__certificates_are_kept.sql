-- A certificate of an erasure is all that is left of a case: nobody changes or removes it.
create trigger erasure_certificate_append_only before update or delete or truncate on erasure_certificate
    for each statement execute function audit_is_append_only();
