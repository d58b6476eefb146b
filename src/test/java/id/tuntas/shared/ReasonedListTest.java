package id.tuntas.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonedListTest {

    @ParameterizedTest
    @ValueSource(strings = {"/vault/clear-list.yaml", "/engine/counted-answers.yaml", "/handover/handover-list.yaml"})
    void everyShippedListGivesItsReasons(String resource) {
        assertThat(ReasonedList.read(resource)).isNotEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void refusesANameWithoutReason(String reason) {
        Map<String, String> list = Collections.singletonMap("nama", reason);
        assertThatThrownBy(() -> ReasonedList.checked("/daftar.yaml", list))
                .hasMessage("/daftar.yaml gives no reason for nama");
    }
}
