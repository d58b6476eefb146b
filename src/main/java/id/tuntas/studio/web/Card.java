package id.tuntas.studio.web;

import id.tuntas.access.Roles;
import id.tuntas.shared.Risk;
import id.tuntas.sla.DuePlan;
import id.tuntas.studio.DuePreview;
import id.tuntas.studio.SampleMoment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** One sample moment as the page shows it. */
record Card(SampleMoment moment, Risk risk, String agency, boolean provisional, List<Event> events) {

    static Card of(DuePreview.Sample sample) {
        return new Card(
                sample.moment(), sample.risk(), sample.agency(), sample.plan().provisional(), events(sample));
    }

    private static List<Event> events(DuePreview.Sample sample) {
        DuePlan plan = sample.plan();
        ZonedDateTime start = sample.moment().start();
        List<Event> events = new ArrayList<>();
        if (plan.takenBy() != null) {
            events.add(Event.of("taken", "", plan.takenBy(), start));
        }
        events.add(Event.of("reminded", "", plan.remindAt(), start));
        events.add(Event.of("due", "", plan.dueAt(), start));
        plan.rungs().forEach(rung -> events.add(Event.of("told", Roles.title(rung.group()), rung.at(), start)));
        return events;
    }

    /**
     * @param kind end of the message keys {@code preview.event.…}
     * @param who title of the group that is told; empty for what concerns the owner
     * @param after time gone by since the start, nights and holidays included
     */
    record Event(String kind, String who, ZonedDateTime at, Duration after) {

        static Event of(String kind, String who, Instant at, ZonedDateTime start) {
            ZoneId zone = start.getZone();
            return new Event(kind, who, at.atZone(zone), Duration.between(start.toInstant(), at));
        }
    }
}
