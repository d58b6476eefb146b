/**
 * The audit: who did or saw what, where and when, in rows that are added and never changed; and access in an emergency,
 * which is the one way past need-to-know and therefore reviewed.
 *
 * <p>Owns {@code audit_entry} (one row for each change and each look), {@code audit_seal} (the hash chain over them),
 * {@code audit_pending}, {@code audit_sealer} and {@code emergency_access}. Others call it; it calls nobody but through
 * the port {@link id.tuntas.audit.ActingUser}, which the engine implements. No value of a case ever goes in here.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "export"})
package id.tuntas.audit;
