package id.tuntas.partner;

import id.tuntas.shared.District;
import id.tuntas.shared.DistrictZones;
import id.tuntas.shared.Districts;
import id.tuntas.shared.ServiceKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of districts, services and agreements, as the rest of the system reads it. */
@Component
public class MouRegister implements DistrictZones, Districts {

    private final JdbcClient db;
    private final Clock clock;
    private final String coordinatorGroup;

    MouRegister(
            JdbcClient db, Clock clock, @Value("${tuntas.coordinator-group:manajer-kasus}") String coordinatorGroup) {
        this.db = db;
        this.clock = clock;
        this.coordinatorGroup = coordinatorGroup;
    }

    @Override
    public List<District> districts() {
        return db.sql("select id, code, name, zone from district order by id")
                .query(MouRegister::district)
                .list();
    }

    @Override
    public List<Agency> agencies(String districtId) {
        return db.sql("select id, name from agency where district_id = ? order by id")
                .param(districtId)
                .query((row, i) -> new Agency(row.getString("id"), row.getString("name")))
                .list();
    }

    /** Empty for an unknown id and for null. */
    public Optional<District> district(String id) {
        return db.sql("select id, code, name, zone from district where id = ?")
                .param(id)
                .query(MouRegister::district)
                .optional();
    }

    @Override
    public ZoneId zoneOf(String districtId) {
        return district(districtId)
                .orElseThrow(() -> new IllegalArgumentException("No such district: " + districtId))
                .zone();
    }

    public List<CatalogueService> services() {
        return db.sql("select id, name, mou_class from service order by id")
                .query((row, i) -> new CatalogueService(
                        new ServiceKey(row.getString("id")), row.getString("name"), row.getString("mou_class")))
                .list();
    }

    /** All agreements of a district, past and future ones included. */
    public List<MouService> agreements(String districtId) {
        return db.sql("select * from mou_service where district_id = ? order by service_id, valid_from")
                .param(districtId)
                .query(MouRegister::agreement)
                .list();
    }

    /** Whether the district is registered and any of its agreements holds today: only then somebody there gets the steps. */
    public boolean takesCases(String districtId) {
        return district(districtId)
                .map(district -> LocalDate.ofInstant(clock.instant(), district.zone()))
                .filter(today -> agreements(districtId).stream().anyMatch(agreement -> agreement.holdsOn(today)))
                .isPresent();
    }

    /** The candidate group that performs the service in the district on that day; empty if no agreement covers it. */
    public Optional<String> groupFor(String districtId, ServiceKey service, LocalDate day) {
        return agreementFor(districtId, service, day).map(MouService::group);
    }

    /** The agency that performs the service in the district on that day; empty if no agreement covers it. */
    public Optional<String> agencyFor(String districtId, ServiceKey service, LocalDate day) {
        return agreementFor(districtId, service, day).map(MouService::agencyId);
    }

    private Optional<MouService> agreementFor(String districtId, ServiceKey service, LocalDate day) {
        return db.sql(
                        """
                        select * from mou_service
                        where district_id = ? and service_id = ?
                          and valid_from <= ? and (valid_until is null or valid_until >= ?)""")
                .params(districtId, service.value(), day, day)
                .query(MouRegister::agreement)
                .optional();
    }

    /** Who gets a step of the district that no agreement covers. */
    public String coordinatorOf(String districtId) {
        return db.sql("select coordinator_group from district where id = ? and coordinator_group is not null")
                .param(districtId)
                .query(String.class)
                .optional()
                .orElse(coordinatorGroup);
    }

    /** Services that cases needed although no agreement covered them, most frequent first. */
    public List<MouGap> gaps(String districtId) {
        return db.sql(
                        "select * from mou_gap where district_id = ? and seen_count > 0 order by seen_count desc, service_id")
                .param(districtId)
                .query((row, i) -> new MouGap(
                        row.getString("district_id"),
                        new ServiceKey(row.getString("service_id")),
                        instant(row, "first_seen"),
                        instant(row, "last_seen"),
                        row.getLong("seen_count")))
                .list();
    }

    /** Counts one more step that no agreement covers, in the caller's transaction. */
    void countGap(String districtId, ServiceKey service) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        db.sql(
                        """
                        update mou_gap
                        set first_seen = coalesce(first_seen, ?), last_seen = ?, seen_count = seen_count + 1
                        where district_id = ? and service_id = ?""")
                .params(now, now, districtId, service.value())
                .update();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static District district(ResultSet row, int number) throws SQLException {
        return new District(
                row.getString("id"), row.getString("code"), row.getString("name"), ZoneId.of(row.getString("zone")));
    }

    private static MouService agreement(ResultSet row, int number) throws SQLException {
        return new MouService(
                row.getString("district_id"),
                new ServiceKey(row.getString("service_id")),
                row.getString("agency_id"),
                row.getString("candidate_group"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
