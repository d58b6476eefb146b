/**
 * Clocks: how long a step or a stage may take, what of it is used up, who is reminded and who is told when it runs out.
 * A step states its budget once, in its properties; everything else follows from it and from the ledger.
 *
 * <p>Owns the tables {@code step_clock} (one row for each clock) and {@code clock_event} (what happened to it, never
 * changed). Written in the engine's transaction. Moves the engine's timers and asks who works where through ports that
 * the engine implements; tells nobody anything by itself.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "sop", "calendar"})
package id.tuntas.sla;
