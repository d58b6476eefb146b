package id.tuntas.access;

import id.tuntas.engine.Identities;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What other parts may ask about the table of roles. */
public final class Roles {

    /** Group of the accounts of monitoring programs: they read figures, nothing else, so a password is enough. */
    public static final String MONITORS = "pemantau";

    private static final List<String> SOP_PEOPLE = ids(Role.PENYUSUN_SOP, Role.PENGESAH_SOP);
    private static final List<String> MANAGERS =
            ids(Role.PENYELIA_KASUS, Role.MANAJER_KASUS, Role.KEPALA_UPTD, Role.KEPALA_BIDANG_PPA, Role.KEPALA_DINAS);

    private static final List<String> HEADS = ids(Role.KEPALA_UPTD, Role.KEPALA_BIDANG_PPA, Role.KEPALA_DINAS);

    /** The group that reads the audit, and the only one: not even administrators do. */
    public static final String AUDITORS = Role.AUDITOR.id();

    private Roles() {}

    /** Whether somebody in these groups has steps to work on, that is, a reason to open Tasklist. */
    public static boolean workCases(Collection<String> groupIds) {
        return Role.ofCases().map(Role::id).anyMatch(groupIds::contains);
    }

    /** Whether somebody in these groups answers for the work of his district. */
    public static boolean manage(Collection<String> groupIds) {
        return MANAGERS.stream().anyMatch(groupIds::contains);
    }

    /** Groups whose people may open the pages under {@code /sop}. */
    public static List<String> whoReadTheSop() {
        return Stream.of(List.of(Identities.ADMINISTRATORS), SOP_PEOPLE, MANAGERS)
                .flatMap(List::stream)
                .toList();
    }

    /** Groups whose people see the board under {@code /pantau}, each for his own districts. */
    public static List<String> whoSeeTheBoard() {
        return MANAGERS;
    }

    /** Groups whose people may take event logs of their district away: those who answer for it to others. */
    public static List<String> whoMayTakeEventLogs() {
        return HEADS;
    }

    /** Groups whose people look after the records of their district: what is due for erasure, and what must not be erased. */
    public static List<String> whoKeepRecords() {
        return Stream.concat(Stream.of(Role.PETUGAS_DATA.id()), HEADS.stream()).toList();
    }

    /** Groups whose people may erase a case that another one asked to erase. */
    public static List<String> whoErase() {
        return HEADS;
    }

    /** Groups whose people see what is due, held and erased; auditors change nothing. */
    public static List<String> whoReadRecords() {
        return Stream.concat(whoKeepRecords().stream(), Stream.of(AUDITORS)).toList();
    }

    /** Groups whose people may read which role sees what. */
    public static List<String> whoSeeTheAccessTable() {
        return List.of(Identities.ADMINISTRATORS, AUDITORS);
    }

    /** Whether somebody in these groups reads the SOP for all districts; a manager does for his own ones only. */
    public static boolean readTheSopOfEveryDistrict(Collection<String> groupIds) {
        return groupIds.contains(Identities.ADMINISTRATORS)
                || SOP_PEOPLE.stream().anyMatch(groupIds::contains);
    }

    /** What people call a group; its id if it is none of ours. */
    public static String title(String groupId) {
        return Stream.of(Role.values())
                .filter(role -> role.id().equals(groupId))
                .map(Role::title)
                .findFirst()
                .orElse(groupId);
    }

    private static List<String> ids(Role... roles) {
        return Stream.of(roles).map(Role::id).toList();
    }
}
