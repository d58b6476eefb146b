package id.tuntas.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.io.Resource;

/**
 * The register as administrators write it: a YAML file with Indonesian keys, because it is their document.
 *
 * @param groups ids of the candidate groups an agreement may name
 */
record RegisterFile(
        @JsonProperty("kelompok") List<String> groups,
        @JsonProperty("layanan") List<Service> services,
        @JsonProperty("daerah") List<DistrictEntry> districts) {

    RegisterFile {
        groups = orEmpty(groups);
        services = orEmpty(services);
        districts = orEmpty(districts);
    }

    record Service(
            @JsonProperty("id") String id, @JsonProperty("nama") String name, @JsonProperty("mou") String mouClass) {}

    record DistrictEntry(
            @JsonProperty("id") String id,
            @JsonProperty("kode") String code,
            @JsonProperty("nama") String name,
            @JsonProperty("zona") String zone,
            @JsonProperty("koordinator") String coordinator,
            @JsonProperty("instansi") List<Agency> agencies,
            @JsonProperty("mou") List<Agreement> agreements) {

        DistrictEntry {
            agencies = orEmpty(agencies);
            agreements = orEmpty(agreements);
        }
    }

    record Agency(@JsonProperty("id") String id, @JsonProperty("nama") String name) {}

    record Agreement(
            @JsonProperty("layanan") String service,
            @JsonProperty("instansi") String agency,
            @JsonProperty("kelompok") String group,
            @JsonProperty("mulai") LocalDate from,
            @JsonProperty("sampai") LocalDate until) {}

    /** @throws InvalidRegister if the file cannot be read or is not such a YAML */
    static RegisterFile read(Resource resource) {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory())
                .registerModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (InputStream in = resource.getInputStream()) {
            RegisterFile file = yaml.readValue(in, RegisterFile.class);
            if (file == null) {
                throw new InvalidRegister(List.of(resource.getDescription() + ": the file is empty"));
            }
            return file;
        } catch (IOException e) {
            throw new InvalidRegister(List.of(resource.getDescription() + ": " + e.getMessage()), e);
        }
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
