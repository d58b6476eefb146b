/**
 * Tells people by mail that something waits for them: on Mondays the managers of a district, on working days whoever has
 * steps, and the people of a step when a manager reminds them. Numbers and links only: no name, no case number, no step.
 *
 * <p>Owns the outbox ({@code mail_outbox}, {@code mail_round}); reads {@code step_clock}. Without {@code spring.mail.host}
 * nothing here runs. {@link id.tuntas.notify.Digests} and {@link id.tuntas.notify.Reminders} write letters, {@link id.tuntas.notify.Postman} sends them.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "calendar", "engine", "access", "sla"})
package id.tuntas.notify;
