package id.tuntas.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.tuntas.calendar.Calendars;
import id.tuntas.calendar.Hours;
import id.tuntas.calendar.WorkCalendar;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SlaTest {

    private static final String NOW = "2026-11-21T02:00:00Z";

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    private final ClockTable clocks = mock(ClockTable.class);
    private final Sla sla = slaAt(NOW);

    @ParameterizedTest
    @CsvSource({
        "PT72H, 2026-11-24T02:00:00Z",
        "P3D, 2026-11-24T02:00:00Z",
        "P1M, 2026-12-21T02:00:00Z",
        "P1DT12H, 2026-11-22T14:00:00Z",
        "PT30M, 2026-11-21T02:30:00Z",
        "P2W, 2026-12-05T02:00:00Z"
    })
    void countsABudgetFromNow(String budget, String due) {
        assertThat(sla.dueAt(step("tenggat", budget))).isEqualTo(date(due));
    }

    @Test
    void countsMonthsByTheCalendarOfTheDistrict() {
        // 31 January 00:30 in Labuan Bajo, still the 30th in UTC
        Sla lastEvening = slaAt("2026-01-30T16:30:00Z");

        assertThat(lastEvening.dueAt(step("tenggat", "P1M"))).isEqualTo(date("2026-02-27T16:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "DARURAT, 2026-11-21T03:00:00Z",
        "darurat, 2026-11-21T03:00:00Z",
        "TINGGI, 2026-11-21T12:00:00Z",
        "entah, 2026-11-21T12:00:00Z",
        ", 2026-11-21T12:00:00Z"
    })
    void takesTheBudgetOfTheRiskWhereThereIsOne(String risk, String due) {
        DelegateExecution step = step("tenggat", "PT10H", "tenggat.darurat", "PT1H");
        when(step.getVariable("tingkatRisiko")).thenReturn(risk);

        assertThat(sla.dueAt(step)).isEqualTo(date(due));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "PT0S", "P0D", "-PT1H", "PT-1H", "P", "PT", "3 hari", "R3/PT1H", "P1.5D", "P99999999999D"})
    void refusesABudgetThatGivesNoTime(String budget) {
        assertThatThrownBy(() -> sla.dueAt(step("tenggat", budget)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("langkah")
                .hasMessageContaining("tenggat");
    }

    @ParameterizedTest
    @CsvSource({
        // Saturday 10:00: the clock waits for Monday 07:30
        "P1D, 2026-11-23T08:00:00Z",
        "P3D, 2026-11-25T08:00:00Z",
        "PT4H, 2026-11-23T03:30:00Z"
    })
    void countsOfficeHoursWhereTheStepSaysSo(String budget, String due) {
        assertThat(sla.dueAt(step("tenggat", budget, "kalender", "kerja"))).isEqualTo(date(due));
    }

    @Test
    void refusesWorkingTimeInDaysAndHoursAtOnce() {
        assertThatThrownBy(() -> sla.dueAt(step("tenggat", "P1DT4H", "kalender", "kerja")))
                .hasMessageContaining("P1DT4H");
    }

    @Test
    void leavesAClockThatRunsAsItIs() {
        DelegateExecution step = step("tenggat", "PT10H");
        when(step.getId()).thenReturn("di sini");
        StepClock running = mock(StepClock.class);
        when(running.dueAt()).thenReturn(Instant.parse("2026-11-22T00:00:00Z"));
        when(clocks.openAt("di sini", "langkah")).thenReturn(Optional.of(running));

        assertThat(sla.dueAt(step)).isEqualTo(date("2026-11-22T00:00:00Z"));
    }

    @Test
    void beginsADayAtMidnightOfTheDistrict() {
        assertThat(sla.at(inDistrict(), "2026-12-01")).isEqualTo(date("2026-11-30T16:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T08:30, 2026-12-01T00:30:00Z",
        "2026-12-01T08:30:15, 2026-12-01T00:30:15Z",
        "2026-12-01T08:30+07:00, 2026-12-01T01:30:00Z",
        "2026-12-01T08:30:00.000Z, 2026-12-01T08:30:00Z"
    })
    void readsTheTimesAFormWrites(String text, String time) {
        assertThat(sla.at(inDistrict(), text)).isEqualTo(date(time));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"2026-11-21", "2020-01-01", " "})
    void takesNowForADayThatIsMissingOrBegan(String day) {
        assertThat(sla.at(inDistrict(), day)).isEqualTo(date(NOW));
        assertThat(sla.before(inDistrict(), day, "P7D")).isEqualTo(date(NOW));
    }

    @Test
    void goesBackFromADayByAPeriodButNotIntoThePast() {
        assertThat(sla.before(inDistrict(), "2026-12-31", "P7D")).isEqualTo(date("2026-12-23T16:00:00Z"));
        assertThat(sla.before(inDistrict(), "2026-11-25", "P7D")).isEqualTo(date(NOW));
        assertThatThrownBy(() -> sla.before(inDistrict(), "2026-12-31", "P0D"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"besok", "2026-13-01", "2026-02-30x", "01/12/2026", "+999999999-01-01"})
    void refusesATextThatIsNoDayWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> sla.at(inDistrict(), text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(text);
    }

    @Test
    void listsTheDurationsOfADecision() {
        assertThat(sla.schedule("[\"P14D\",\"P1M\"]")).containsExactly("P14D", "P1M");
        assertThat(sla.schedule(Arrays.asList("P14D", null))).containsExactly("P14D");
        assertThat(sla.schedule(null)).isEmpty();
        assertThatThrownBy(() -> sla.schedule(List.of("P14D", "segera"))).hasMessageContaining("segera");
        assertThatThrownBy(() -> sla.schedule("bukan daftar")).hasMessageContaining("list");
    }

    @Test
    void tellsTheSupervisorWhereNoRungIsNamed() {
        assertThat(sla.escalationGroup(inDistrict())).isEqualTo("penyelia-kasus");
    }

    private Sla slaAt(String now) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        Hours office = new Hours(LocalTime.of(7, 30), LocalTime.of(16, 0));
        List.of(DayOfWeek.values()).subList(0, 5).forEach(day -> week.put(day, List.of(office)));
        Calendars calendars = mock(Calendars.class);
        when(calendars.of(any(), any())).thenReturn(new WorkCalendar(WITA, week, Map.of(), Set.of(2026)));
        DuePlanner planner = new DuePlanner(calendars, risk -> Duration.ofDays(1));
        return new Sla(
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC),
                district -> WITA,
                calendars,
                planner,
                clocks,
                (execution, step) -> null);
    }

    private static Date date(String instant) {
        return Date.from(Instant.parse(instant));
    }

    private static DelegateExecution inDistrict() {
        DelegateExecution execution = mock(DelegateExecution.class);
        when(execution.getTenantId()).thenReturn("manggarai-barat");
        return execution;
    }

    private static DelegateExecution step(String... properties) {
        BpmnModelInstance model = Bpmn.createExecutableProcess()
                .startEvent()
                .userTask("langkah")
                .endEvent()
                .done();
        CamundaProperties group = model.newInstance(CamundaProperties.class);
        UserTask task = model.getModelElementById("langkah");
        task.setExtensionElements(model.newInstance(ExtensionElements.class));
        task.getExtensionElements().addChildElement(group);
        for (int i = 0; i < properties.length; i += 2) {
            CamundaProperty property = model.newInstance(CamundaProperty.class);
            property.setCamundaName(properties[i]);
            property.setCamundaValue(properties[i + 1]);
            group.getCamundaProperties().add(property);
        }
        DelegateExecution execution = inDistrict();
        when(execution.getCurrentActivityId()).thenReturn("langkah#multiInstanceBody");
        when(execution.getBpmnModelInstance()).thenReturn(model);
        return execution;
    }
}
