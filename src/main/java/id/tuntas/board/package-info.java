/**
 * The managers' board under {@code /pantau}: what is late, what will be late today, who is stuck, what waits for the
 * reader; compliance, the heat-map, indicators and the scorecard of agencies; the page of a case. Queries, and acts on the
 * steps found ({@link id.tuntas.board.ManagersAct}), which {@code sla} and {@code engine} carry out. One filter
 * ({@link id.tuntas.board.BoardFilter}) makes one SQL condition for every figure and every list, so a figure and the list
 * behind it cannot disagree.
 *
 * <p>Owns nothing but {@code act_in_place}, which makes a button pressed twice act once. Reads the tables
 * {@code step_clock} and {@code clock_event} of {@code sla} as they are, because a board over a million clocks is one query
 * or it is nothing; what a clock's own time comes to, {@code sla} says. Shows case numbers, steps, agencies, user ids and
 * times, and no other word about a person; what a reader may see of a victim on the page of a case,
 * {@link id.tuntas.access.CaseData} decides, gives out and puts on record.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "sop",
            "calendar",
            "sla",
            "partner",
            "engine",
            "access",
            "audit",
            "casefile",
            "notify",
            "export"
        })
package id.tuntas.board;
