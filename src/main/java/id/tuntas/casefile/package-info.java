/**
 * The case file: the number of a case and the guarantee that it is unique, when it was opened and closed,
 * and when a limit set by law was first broken in it.
 *
 * <p>Owns case_sequence, case_file and case_handover. Opens and closes a file when the engine says that a case begins and ends
 * ({@link id.tuntas.engine.CaseOpening}), in the engine's transaction: no case without a file, no number without a case.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "partner", "engine", "sla", "vault"})
package id.tuntas.casefile;
