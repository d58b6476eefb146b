package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Which procedures a role may start, and which it may only look at. */
@AccessTest
class RoleRightsTest {

    private static final Permission START = ProcessDefinitionPermissions.CREATE_INSTANCE;
    private static final Permission LOOK = ProcessDefinitionPermissions.READ;

    @Autowired
    AuthorizationService authorizations;

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoWorksCasesReportsEventsAndAsksForMoreTimeAndSeesTheLadder(Role role) {
        assertThat(may(role, START, "kejadian-kasus")).isEqualTo(role.worksCases());
        assertThat(may(role, START, "atur-tenggat")).isEqualTo(role.worksCases());
        assertThat(may(role, LOOK, "eskalasi")).isEqualTo(role.worksCases());
        assertThat(may(role, START, "penanganan-korban")).isEqualTo(role.receivesReports());
    }

    @ParameterizedTest
    @CsvSource({"rujukan", "eskalasi"})
    void nobodyStartsWhatOnlyACaseCalls(String process) {
        assertThat(Role.values()).noneMatch(role -> may(role, START, process));
    }

    private boolean may(Role role, Permission permission, String process) {
        return authorizations.isUserAuthorized(
                "siapa-pun", List.of(role.id()), permission, Resources.PROCESS_DEFINITION, process);
    }
}
