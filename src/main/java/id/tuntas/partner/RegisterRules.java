package id.tuntas.partner;

import id.tuntas.partner.RegisterFile.Agency;
import id.tuntas.partner.RegisterFile.Agreement;
import id.tuntas.partner.RegisterFile.DistrictEntry;
import id.tuntas.partner.RegisterFile.Service;
import id.tuntas.shared.District;
import id.tuntas.shared.ServiceKey;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks a register file as a whole, so that one start names all its faults and not the first only. */
class RegisterRules {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final String file;
    private final RegisterFile register;
    private final Set<String> groups;
    private final Set<String> services;
    private final List<String> faults = new ArrayList<>();

    RegisterRules(String file, RegisterFile register) {
        this.file = file;
        this.register = register;
        this.groups = new HashSet<>(register.groups());
        this.services = register.services().stream().map(Service::id).collect(Collectors.toSet());
    }

    /** One sentence for each fault, with file and entry; empty if the file can be imported. */
    List<String> faults() {
        register.groups().forEach(group -> id("kelompok " + group, group));
        unique("kelompok", register.groups());
        unique("layanan", register.services().stream().map(Service::id).toList());
        unique("daerah", register.districts().stream().map(DistrictEntry::id).toList());
        unique(
                "daerah, kode",
                register.districts().stream().map(DistrictEntry::code).toList());
        register.services().forEach(this::service);
        register.districts().forEach(this::district);
        return List.copyOf(faults);
    }

    private void service(Service service) {
        String entry = "layanan " + service.id();
        id(entry, service.id());
        text(entry, "nama", service.name());
        if (service.mouClass() != null && !service.mouClass().matches("M[1-9]")) {
            fault(entry, "mou must be M1 to M9 but is " + service.mouClass());
        }
    }

    private void district(DistrictEntry district) {
        String entry = "daerah " + district.id();
        id(entry, district.id());
        text(entry, "nama", district.name());
        zone(entry, district);
        if (district.coordinator() != null) {
            group(entry + ", koordinator", district.coordinator());
        }
        unique(
                entry + ", instansi",
                district.agencies().stream().map(Agency::id).toList());
        for (Agency agency : district.agencies()) {
            id(entry + ", instansi " + agency.id(), agency.id());
            text(entry + ", instansi " + agency.id(), "nama", agency.name());
        }
        Set<String> agencies = district.agencies().stream().map(Agency::id).collect(Collectors.toSet());
        for (Agreement agreement : district.agreements()) {
            agreement(entry + ", mou " + agreement.service(), agreement, agencies);
        }
        overlaps(entry, district);
    }

    private void zone(String entry, DistrictEntry district) {
        try {
            new District(district.id(), district.code(), "-", ZoneId.of(String.valueOf(district.zone())));
        } catch (DateTimeException e) {
            fault(entry, "zona is no time zone (such as Asia/Makassar): " + district.zone());
        } catch (IllegalArgumentException e) {
            fault(entry, e.getMessage());
        } catch (NullPointerException e) {
            fault(entry, e.getMessage() + " is missing");
        }
    }

    private void agreement(String entry, Agreement agreement, Set<String> agencies) {
        if (agreement.service() == null || !services.contains(agreement.service())) {
            fault(entry, "this service is not in the list layanan");
        }
        if (agreement.agency() == null || !agencies.contains(agreement.agency())) {
            fault(entry, "instansi " + agreement.agency() + " is not an agency of this district");
        }
        group(entry, agreement.group());
        if (agreement.from() == null) {
            fault(entry, "mulai (first day) is missing");
        } else if (agreement.until() != null && agreement.until().isBefore(agreement.from())) {
            fault(entry, "sampai " + agreement.until() + " is before mulai " + agreement.from());
        }
    }

    private void overlaps(String entry, DistrictEntry district) {
        List<MouService> seen = new ArrayList<>();
        for (Agreement agreement : district.agreements()) {
            if (agreement.from() == null || !ServiceKey.isValid(agreement.service())) {
                continue;
            }
            MouService line = toMouService(district.id(), agreement);
            if (seen.stream().anyMatch(other -> other.service().equals(line.service()) && other.overlaps(line))) {
                fault(entry + ", mou " + agreement.service(), "two agreements overlap, so two agencies would own it");
            }
            seen.add(line);
        }
    }

    static MouService toMouService(String districtId, Agreement agreement) {
        return new MouService(
                districtId,
                new ServiceKey(agreement.service()),
                agreement.agency(),
                agreement.group(),
                agreement.from(),
                agreement.until());
    }

    private void group(String entry, String group) {
        if (group == null || !groups.contains(group)) {
            fault(entry, "group " + group + " is not in the list kelompok");
        }
    }

    private void id(String entry, String id) {
        if (id == null || id.length() > 64 || !ID.matcher(id).matches()) {
            fault(entry, "the id must be small letters, digits and hyphens, at most 64");
        }
    }

    private void text(String entry, String key, String value) {
        if (value == null || value.isBlank() || value.length() > 200) {
            fault(entry, key + " must be 1 to 200 characters");
        }
    }

    private void unique(String list, List<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).forEach(id -> fault(list, id + " is there twice"));
    }

    private void fault(String entry, String sentence) {
        faults.add(file + ", " + entry + ": " + sentence);
    }
}
