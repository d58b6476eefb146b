package id.tuntas.access;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Which role may see which class of fields without holding a step that shows them. Data, so that an office can read it,
 * discuss it and replace it ({@code tuntas.access.table}); what it does not name, nobody sees this way.
 */
@Component
public class AccessTable {

    /** How far a role sees. */
    public enum Scope {
        /** Every case of the own district. */
        DAERAH,
        /** Cases in which the person has taken a step. */
        TERLIBAT
    }

    /** A class of fields, and what people call it. */
    public record FieldClass(String title, Set<String> fields) {}

    /** What a role sees. */
    public record Grant(Scope scope, Set<String> classes) {}

    private record Table(Map<String, FieldClass> classes, Map<String, Grant> roles) {}

    private final Table table;

    /** @throws IllegalStateException naming what is wrong, so that a broken table stops the start */
    AccessTable(@Value("${tuntas.access.table:classpath:access/access-table.yaml}") Resource file) {
        this.table = read(file);
        table.roles.forEach((role, grant) -> grant.classes.stream()
                .filter(name -> !table.classes.containsKey(name))
                .forEach(name -> {
                    throw new IllegalStateException(file + ": peran " + role + " menyebut kelas isian " + name
                            + " yang tidak ada; tambahkan di bawah classes atau perbaiki namanya");
                }));
        Set<String> known = Stream.of(Role.values()).map(Role::id).collect(Collectors.toSet());
        table.roles.keySet().stream().filter(role -> !known.contains(role)).forEach(role -> {
            throw new IllegalStateException(file + ": tidak ada peran " + role + "; periksa ejaannya");
        });
    }

    /** The fields somebody in these groups may see of a case of his district. */
    public Set<String> fieldsFor(Collection<String> groups, boolean involved) {
        return groups.stream()
                .map(table.roles::get)
                .filter(grant -> grant != null && (involved || grant.scope == Scope.DAERAH))
                .flatMap(grant -> grant.classes.stream())
                .flatMap(name -> table.classes.get(name).fields.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Classes of fields by their id, in the order of the file. */
    public Map<String, FieldClass> classes() {
        return table.classes;
    }

    /** What each role sees, by its id, in the order of the file. */
    public Map<String, Grant> roles() {
        return table.roles;
    }

    private static Table read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build()
                    .readValue(in, Table.class);
        } catch (IOException e) {
            throw new IllegalStateException(file + ": tabel akses tidak dapat dibaca. " + e.getMessage(), e);
        }
    }
}
