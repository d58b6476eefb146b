package id.tuntas.partner;

import id.tuntas.partner.RegisterFile.DistrictEntry;
import id.tuntas.shared.District;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Brings the tables to what the register file says: once or ten times, the result is the same. */
@Component
class RegisterImport {

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegisterImport(JdbcClient db, TransactionOperations transaction, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** @throws InvalidRegister naming every fault; nothing is stored then */
    void importFrom(Resource resource) {
        RegisterFile file = RegisterFile.read(resource);
        String name = resource.getFilename() == null ? resource.getDescription() : resource.getFilename();
        List<String> faults = new RegisterRules(name, file).faults();
        if (!faults.isEmpty()) {
            throw new InvalidRegister(faults);
        }
        transaction.executeWithoutResult(status -> store(name, file));
    }

    private void store(String name, RegisterFile file) {
        db.sql("update register_import set source = ?, imported_at = ? where id = 1")
                .params(name, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        file.services().forEach(this::store);
        file.districts().forEach(this::store);
        db.sql(
                        """
                        insert into mou_gap (district_id, service_id, seen_count)
                        select d.id, s.id, 0 from district d cross join service s
                        where not exists (
                            select 1 from mou_gap g where g.district_id = d.id and g.service_id = s.id)""")
                .update();
        file.districts().forEach(entry -> events.publishEvent(new DistrictRegistered(district(entry))));
    }

    private void store(RegisterFile.Service service) {
        upsert(
                "update service set name = :name, mou_class = :mouClass where id = :id",
                "insert into service (id, name, mou_class) values (:id, :name, :mouClass)",
                statement -> statement
                        .param("id", service.id())
                        .param("name", service.name())
                        .param("mouClass", service.mouClass(), Types.VARCHAR));
    }

    private void store(DistrictEntry entry) {
        District district = district(entry);
        upsert(
                "update district set code = :code, name = :name, zone = :zone, coordinator_group = :coordinator where id = :id",
                """
                insert into district (id, code, name, zone, coordinator_group)
                values (:id, :code, :name, :zone, :coordinator)""",
                statement -> statement
                        .param("id", district.id())
                        .param("code", district.code())
                        .param("name", district.name())
                        .param("zone", district.zone().getId())
                        .param("coordinator", entry.coordinator(), Types.VARCHAR));
        entry.agencies().forEach(agency -> store(district.id(), agency));
        // agreements have no history of their own here: the file is the whole truth about the district
        db.sql("delete from mou_service where district_id = ?")
                .param(district.id())
                .update();
        entry.agreements().forEach(line -> store(RegisterRules.toMouService(district.id(), line)));
    }

    private void store(String districtId, RegisterFile.Agency agency) {
        upsert(
                "update agency set name = :name where district_id = :district and id = :id",
                "insert into agency (district_id, id, name) values (:district, :id, :name)",
                statement -> statement
                        .param("district", districtId)
                        .param("id", agency.id())
                        .param("name", agency.name()));
    }

    private void store(MouService line) {
        db.sql(
                        """
                        insert into mou_service
                            (district_id, service_id, valid_from, valid_until, agency_id, candidate_group)
                        values (:district, :service, :from, :until, :agency, :group)""")
                .param("district", line.districtId())
                .param("service", line.service().value())
                .param("from", line.validFrom())
                .param("until", line.validUntil(), Types.DATE)
                .param("agency", line.agencyId())
                .param("group", line.group())
                .update();
    }

    private void upsert(String update, String insert, Binding binding) {
        if (binding.on(db.sql(update)).update() == 0) {
            binding.on(db.sql(insert)).update();
        }
    }

    private interface Binding {
        JdbcClient.StatementSpec on(JdbcClient.StatementSpec statement);
    }

    private static District district(DistrictEntry entry) {
        return new District(entry.id(), entry.code(), entry.name(), ZoneId.of(entry.zone()));
    }
}
