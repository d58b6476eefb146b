package id.tuntas.engine;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * People, groups and districts in the engine's identity tables, where Tasklist, authorizations and people pickers look
 * for them. No password ever goes there: the engine's own check can then never succeed, and its lock-out never starts.
 * Every method may be called again with the same arguments.
 */
@Component
@Transactional
public class Identities {

    /** The group the engine itself treats as administrators. */
    public static final String ADMINISTRATORS = "camunda-admin";

    private final IdentityService identities;
    private final Memberships memberships;

    Identities(IdentityService identities, Memberships memberships) {
        this.identities = identities;
        this.memberships = memberships;
    }

    public void ensureGroup(String id, String name) {
        if (identities.createGroupQuery().groupId(id).count() > 0) {
            return;
        }
        Group group = identities.newGroup(id);
        group.setName(name);
        group.setType(ADMINISTRATORS.equals(id) ? "SYSTEM" : "WORKFLOW");
        identities.saveGroup(group);
    }

    /** A district is a tenant of the engine: what happens in it stays in it. */
    public void ensureDistrict(String id, String name) {
        if (identities.createTenantQuery().tenantId(id).count() > 0) {
            return;
        }
        Tenant tenant = identities.newTenant(id);
        tenant.setName(name);
        identities.saveTenant(tenant);
    }

    /** Creates the person if needed and adds missing memberships; memberships he has otherwise stay. */
    public void ensurePerson(Person person) {
        Memberships.forget();
        if (!exists(person.id())) {
            var user = identities.newUser(person.id());
            user.setFirstName(person.firstName());
            user.setLastName(person.lastName());
            identities.saveUser(user);
        }
        addMissing(person.groups(), groupsOf(person.id()), id -> identities.createMembership(person.id(), id));
        addMissing(
                person.districts(),
                districtsOf(person.id()),
                id -> identities.createTenantUserMembership(id, person.id()));
    }

    /** Gives a person exactly these groups and districts and takes all others away. */
    public void setMemberships(String userId, Collection<String> groups, Collection<String> districts) {
        Memberships.forget();
        List<String> oldGroups = groupsOf(userId);
        List<String> oldDistricts = districtsOf(userId);
        addMissing(oldGroups, groups, id -> identities.deleteMembership(userId, id));
        addMissing(groups, oldGroups, id -> identities.createMembership(userId, id));
        addMissing(oldDistricts, districts, id -> identities.deleteTenantUserMembership(id, userId));
        addMissing(districts, oldDistricts, id -> identities.createTenantUserMembership(id, userId));
    }

    /** All groups, by name. */
    @Transactional(readOnly = true)
    public List<Unit> groups() {
        return unchecked(() ->
                        identities.createGroupQuery().orderByGroupName().asc().list())
                .stream()
                .map(group -> new Unit(group.getId(), group.getName()))
                .toList();
    }

    /** All districts, by name. */
    @Transactional(readOnly = true)
    public List<Unit> districts() {
        return unchecked(() ->
                        identities.createTenantQuery().orderByTenantName().asc().list())
                .stream()
                .map(tenant -> new Unit(tenant.getId(), tenant.getName()))
                .toList();
    }

    /** Everybody by id, without groups and districts: those are empty here. */
    @Transactional(readOnly = true)
    public List<Person> everybody() {
        return unchecked(
                        () -> identities.createUserQuery().orderByUserId().asc().list())
                .stream()
                .map(user -> new Person(user.getId(), user.getFirstName(), user.getLastName(), List.of(), List.of()))
                .toList();
    }

    @Transactional(readOnly = true)
    public boolean exists(String userId) {
        return unchecked(() -> identities.createUserQuery().userId(userId).count() > 0);
    }

    /** Ids of the groups of a person, empty for somebody unknown. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<String> groupsOf(String userId) {
        return memberships.of(userId).groups();
    }

    /** Ids of the districts of a person, empty for somebody unknown and for administrators. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<String> districtsOf(String userId) {
        return memberships.of(userId).districts();
    }

    @Transactional(readOnly = true)
    public boolean anyoneIn(String groupId) {
        return unchecked(
                () -> identities.createUserQuery().memberOfGroup(groupId).count() > 0);
    }

    /** Who somebody is does not depend on who asks; and the engine refuses a signed-in user lists without a limit. */
    private <T> T unchecked(Supplier<T> question) {
        return AsNobody.call(identities, question);
    }

    private static void addMissing(Collection<String> wanted, Collection<String> present, Consumer<String> add) {
        wanted.stream().filter(id -> !present.contains(id)).forEach(add);
    }

    /** A group or a district. */
    public record Unit(String id, String name) {}

    /** Somebody who signs in. Nothing here may be null; the names are shown to colleagues. */
    public record Person(String id, String firstName, String lastName, List<String> groups, List<String> districts) {}
}
