package id.tuntas.access;

import java.util.Collection;

/** What other parts may ask about the table of roles. */
public final class Roles {

    private Roles() {}

    /** Whether somebody in these groups has steps to work on, that is, a reason to open Tasklist. */
    public static boolean workCases(Collection<String> groupIds) {
        return Role.ofCases().map(Role::id).anyMatch(groupIds::contains);
    }
}
