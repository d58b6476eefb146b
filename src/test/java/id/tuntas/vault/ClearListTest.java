package id.tuntas.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClearListTest {

    @Test
    void isShortAndGivesAReasonForEachName() {
        assertThat(new ClearList().reasons())
                .hasSizeLessThanOrEqualTo(25)
                .containsKeys("nomorKasus", "tingkatRisiko")
                .allSatisfy((name, reason) -> assertThat(reason).hasSizeGreaterThan(20));
    }

    @Test
    void holdsNothingThatNamesOrDescribesAPerson() {
        ClearList list = new ClearList();

        assertThat(list.contains("korbanNama")).isFalse();
        assertThat(list.contains("uraianKejadian")).isFalse();
        assertThat(list.contains(null)).isFalse();
    }

    @Test
    void refusesALongList() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 26; i++) {
            many.put("nama" + i, "alasan");
        }

        assertThatThrownBy(() -> new ClearList(many)).hasMessageContaining("25");
    }
}
