package id.tuntas.access;

import id.tuntas.engine.Identities;
import id.tuntas.engine.Identities.Person;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with the accounts of others. Each change is published as an {@link AccessEvent}. */
@Component
@Transactional
public class PeopleAdministration {

    private static final int LONGEST_NAME = 120;

    private final Identities identities;
    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final Passkeys passkeys;
    private final PasswordLinks links;
    private final MailContacts contacts;
    private final ApplicationEventPublisher events;

    PeopleAdministration(
            Identities identities,
            Accounts accounts,
            SecondFactors secondFactors,
            Passkeys passkeys,
            PasswordLinks links,
            MailContacts contacts,
            ApplicationEventPublisher events) {
        this.identities = identities;
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.passkeys = passkeys;
        this.links = links;
        this.contacts = contacts;
        this.events = events;
    }

    /**
     * Adds somebody who can then set his password with the token returned.
     *
     * @throws IllegalArgumentException with the key of a message
     */
    public String add(String userId, String name, List<String> groups, List<String> districts, String by) {
        refuseIf(!UserIds.isValid(userId) || identities.exists(userId), "people.wrong.id");
        refuseIf(name.isBlank() || name.length() > LONGEST_NAME, "people.wrong.name");
        checkRoles(groups, districts);
        identities.ensurePerson(new Person(userId, name.strip(), "", groups, districts));
        accounts.enable(userId);
        // of somebody who was called the same and is gone from the directory
        passkeys.removeAll(userId, by);
        events.publishEvent(new AccessEvent.PersonAdded(userId, by));
        return links.issue(userId, by);
    }

    /** Gives exactly these groups and districts; his sessions end, so that no old right lives on in one. */
    public void changeRoles(String userId, List<String> groups, List<String> districts, String by) {
        checkOther(userId, by);
        checkRoles(groups, districts);
        identities.setMemberships(userId, groups, districts);
        accounts.endSessions(userId);
        events.publishEvent(new AccessEvent.RolesChanged(userId, by));
    }

    public void disable(String userId, String by) {
        checkOther(userId, by);
        accounts.disable(userId);
        links.withdraw(userId);
        events.publishEvent(new AccessEvent.PersonDisabled(userId, by));
    }

    public void enable(String userId, String by) {
        checkOther(userId, by);
        accounts.enable(userId);
        events.publishEvent(new AccessEvent.PersonEnabled(userId, by));
    }

    public void endSessions(String userId, String by) {
        accounts.endSessions(userId);
        events.publishEvent(new AccessEvent.SessionsEnded(userId, by));
    }

    public void resetSecondFactor(String userId, String by) {
        checkOther(userId, by);
        secondFactors.reset(userId, by);
        accounts.endSessions(userId);
    }

    /** @param address blank = none */
    public void changeAddress(String userId, String address, String by) {
        checkOther(userId, by);
        contacts.keep(userId, address, by);
    }

    /** A token to set a new password; the old one stays good until it is used. */
    public String newPasswordLink(String userId, String by) {
        checkOther(userId, by);
        return links.issue(userId, by);
    }

    /** Nobody shuts himself out or goes round his own second factor: a colleague does that. */
    private void checkOther(String userId, String by) {
        refuseIf(userId.equals(by), "people.wrong.self");
        refuseIf(!identities.exists(userId), "people.wrong.id");
    }

    private void checkRoles(List<String> groups, List<String> districts) {
        Predicate<String> isGroup =
                id -> identities.groups().stream().anyMatch(unit -> unit.id().equals(id));
        Predicate<String> isDistrict =
                id -> identities.districts().stream().anyMatch(unit -> unit.id().equals(id));
        refuseIf(groups.isEmpty() || !groups.stream().allMatch(isGroup), "people.wrong.groups");
        refuseIf(!districts.stream().allMatch(isDistrict), "people.wrong.districts");
        refuseIf(districts.isEmpty() && Roles.workCases(groups), "people.wrong.districts");
    }

    private static void refuseIf(boolean wrong, String messageKey) {
        if (wrong) {
            throw new IllegalArgumentException(messageKey);
        }
    }
}
