/**
 * How long a step may take. A step states its budget once, in its properties; the expression bean {@code sla} makes of it
 * the due date, the timer and the ladder of who is told when it runs out.
 *
 * <p>Owns no data yet: calendar hours count for every budget, and the clock ledger (pauses, extensions, working time)
 * comes on top of the same bean. Looks steps of other processes up through {@link id.tuntas.sla.StepCatalog}, which the
 * engine implements. Moves no timer itself and tells nobody anything.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "sop"})
package id.tuntas.sla;
