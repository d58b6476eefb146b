package id.tuntas.sop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random submissions, good and bad: whatever the schema accepts is harmless, and accepting it again changes nothing. */
class FormSchemaPropertyTest {

    private static final int SUBMISSIONS = 3_000;

    private final FormSchema form = FormSchemaTest.form(
            "{'type':'radio','key':'a','values':[{'value':'ya'},{'value':'tidak'}],'validate':{'required':true}}",
            "{'type':'textfield','key':'b','conditional':{'hide':'=a = \\\"tidak\\\"'},'validate':{'maxLength':5}}",
            "{'type':'number','key':'c','validate':{'min':0,'max':9},'conditional':{'hide':'=b = \\\"\\\"'}}",
            "{'type':'checklist','key':'d','values':[{'value':'p'},{'value':'q'}]}",
            "{'type':'checkbox','key':'e'}",
            "{'type':'datetime','key':'f','subtype':'date','conditional':{'hide':'=e = true'}}");

    private static final Object[] VALUES = {
        "ya",
        "tidak",
        "",
        "abcde",
        "abcdef",
        "a\u0000",
        "\ud800",
        0,
        9,
        10,
        -1,
        2.5,
        3L,
        true,
        false,
        null,
        "2026-08-17",
        "2026-02-30",
        List.of("p"),
        List.of("p", "p"),
        List.of("r"),
        List.of(),
        Map.of()
    };

    @Test
    void acceptsNothingUnknownHiddenOrInvalid() {
        Random random = new Random(20260817);
        int accepted = 0;
        for (int i = 0; i < SUBMISSIONS; i++) {
            FormSchema.Checked checked = form.check(submission(random), Map.of());
            if (checked.errors().isEmpty()) {
                accepted++;
                isHarmless(checked.values());
                assertThat(form.check(checked.values(), Map.of())).isEqualTo(checked);
            }
        }
        assertThat(accepted).isGreaterThan(SUBMISSIONS / 500);
    }

    private Map<String, Object> submission(Random random) {
        Map<String, Object> values = new HashMap<>();
        values.put("a", random.nextBoolean() ? "ya" : "tidak");
        for (String key : List.of("a", "b", "c", "d", "e", "f", "g")) {
            if (random.nextInt(3) == 0) {
                values.put(key, VALUES[random.nextInt(VALUES.length)]);
            }
        }
        return values;
    }

    private void isHarmless(Map<String, Object> values) {
        assertThat(form.keys()).containsAll(values.keySet());
        assertThat(values.get("a")).isIn("ya", "tidak");
        if ("tidak".equals(values.get("a"))) {
            assertThat(values).doesNotContainKey("b");
        }
        if (values.containsKey("b") && values.get("b") == null) {
            assertThat(values).doesNotContainKey("c");
        } else if (values.containsKey("b")) {
            assertThat((String) values.get("b")).hasSizeLessThanOrEqualTo(5).doesNotContain("\u0000", "\ud800");
        }
        if (values.get("c") != null) {
            assertThat((Integer) values.get("c")).isBetween(0, 9);
        }
        if (Boolean.TRUE.equals(values.get("e"))) {
            assertThat(values).doesNotContainKey("f");
        }
    }
}
