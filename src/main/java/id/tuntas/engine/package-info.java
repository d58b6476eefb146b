/**
 * The only door to Camunda: how the engine is set up, what expressions may say, when a case begins and ends.
 *
 * <p>Nothing outside imports {@code org.camunda.bpm.engine}, but for delegate types in listeners and expression beans.
 * What the engine needs from other modules it asks for through ports declared here ({@link id.tuntas.engine.CaseOpening})
 * and by their expression beans; what they need from the engine, they declare and this module implements.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "sop", "sla", "partner", "vault", "audit"})
package id.tuntas.engine;
