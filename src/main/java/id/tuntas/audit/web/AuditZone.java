package id.tuntas.audit.web;

import id.tuntas.audit.AuditReader;
import id.tuntas.shared.DistrictZones;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** In whose days and hours an auditor reads: those of his first district, or of the capital. */
@Component
class AuditZone {

    private static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private final AuditReader reader;
    private final DistrictZones zones;

    AuditZone(AuditReader reader, DistrictZones zones) {
        this.reader = reader;
        this.zones = zones;
    }

    ZoneId of(String auditor) {
        return reader.districtsOf(auditor).stream()
                .findFirst()
                .map(zones::zoneOf)
                .orElse(CAPITAL);
    }
}
