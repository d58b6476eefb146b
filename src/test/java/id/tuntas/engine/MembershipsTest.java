package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.engine.Memberships.Membership;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class MembershipsTest {

    private static final String OFFICER = "petugas-pengaduan";
    private static final Membership FIRST =
            new Membership(List.of("manajer-kasus", "petugas-pengaduan"), List.of("manggarai-barat"));

    private final JdbcClient db = JdbcClient.create(new SimpleDriverDataSource(
            new org.h2.Driver(), "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    private final Memberships memberships = new Memberships(db);

    @BeforeEach
    void isInTwoGroups() {
        run("create table act_id_membership (user_id_ varchar(64), group_id_ varchar(64))");
        run("create table act_id_tenant_member (user_id_ varchar(64), group_id_ varchar(64), tenant_id_ varchar(64))");
        run("insert into act_id_membership values ('petugas-pengaduan', 'petugas-pengaduan')");
        run("insert into act_id_membership values ('petugas-pengaduan', 'manajer-kasus')");
        run("insert into act_id_tenant_member values ('petugas-pengaduan', null, 'manggarai-barat')");
        run("insert into act_id_tenant_member values (null, 'manajer-kasus', 'manado')");
    }

    @AfterEach
    void endsTheRequest() {
        Memberships.forget();
        run("shutdown");
    }

    @Test
    void areInOrderAndEmptyForSomebodyUnknown() {
        assertThat(memberships.of(OFFICER)).isEqualTo(FIRST);
        assertThat(memberships.of("tidak-ada")).isEqualTo(new Membership(List.of(), List.of()));
    }

    @Test
    void areAskedForEachTimeOutsideOfARequest() {
        assertThat(memberships.of(OFFICER)).isEqualTo(FIRST);
        leavesAllDistricts();
        assertThat(memberships.of(OFFICER).districts()).isEmpty();
    }

    @Test
    void areAskedForOnceInARequestAndAnewInTheNext() {
        Memberships.remember();
        assertThat(memberships.of(OFFICER)).isEqualTo(FIRST);
        leavesAllDistricts();
        assertThat(memberships.of(OFFICER)).isEqualTo(FIRST);

        Memberships.remember();
        assertThat(memberships.of(OFFICER).districts()).isEmpty();
    }

    @Test
    void areAskedForEachTimeAfterAChangeInTheSameRequest() {
        Memberships.remember();
        assertThat(memberships.of(OFFICER)).isEqualTo(FIRST);
        Memberships.forget();
        leavesAllDistricts();
        assertThat(memberships.of(OFFICER).districts()).isEmpty();
    }

    private void leavesAllDistricts() {
        run("delete from act_id_tenant_member where user_id_ = 'petugas-pengaduan'");
    }

    private void run(String sql) {
        db.sql(sql).update();
    }
}
