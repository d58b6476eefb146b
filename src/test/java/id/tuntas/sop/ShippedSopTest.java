package id.tuntas.sop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The SOP in {@code bpmn/} and {@code forms/} keeps every rule. */
class ShippedSopTest {

    private final SopBundle shipped = SopBundle.fromDirectory(Path.of(""));

    @Test
    void breaksNoRule() {
        assertThat(Finding.list(new SopRules().check(shipped))).isEmpty();
    }

    @Test
    void isTheSameInTheClassPath() {
        assertThat(SopBundle.fromClassPath().names()).isEqualTo(shipped.names());
    }

    @Test
    void showsOwnerBudgetEscalationAndFormOfEveryStep() {
        SopReport report = SopReport.of(shipped);

        assertThat(report.steps()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(report.incomplete()).isEmpty();
        assertThat(report.markdown().lines().skip(2)).hasSameSizeAs(report.steps());
    }
}
