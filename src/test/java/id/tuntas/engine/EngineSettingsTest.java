package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.testing.EngineTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class EngineSettingsTest {

    @Autowired
    IdentityService identity;

    @Test
    void takesKebabCaseIdsOfPeopleGroupsAndDistricts() {
        identity.saveUser(identity.newUser("manado-petugas-pengaduan"));
        identity.saveGroup(identity.newGroup("uji-polres-ppa"));
        identity.saveTenant(identity.newTenant("uji-manggarai-barat"));
        try {
            assertThat(identity.createUserQuery()
                            .userId("manado-petugas-pengaduan")
                            .count())
                    .isOne();
        } finally {
            identity.deleteUser("manado-petugas-pengaduan");
            identity.deleteGroup("uji-polres-ppa");
            identity.deleteTenant("uji-manggarai-barat");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../admin", "a b", "-a", "a--b", "a/b", "a;b", "*"})
    void refusesIdsThatCouldMeanSomethingElse(String id) {
        assertThatThrownBy(() -> identity.saveUser(identity.newUser(id))).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> identity.saveGroup(identity.newGroup(id))).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> identity.saveTenant(identity.newTenant(id)))
                .isInstanceOf(ProcessEngineException.class);
    }
}
