/**
 * Who may come in, and through which door. Owns the credentials, second factors, passkeys, sign-in and
 * sign-out, the table of roles, the allow-list
 * in front of the engine's REST interface and the frame all own pages share. People, groups and districts themselves are
 * the engine's ({@link id.tuntas.engine.Identities}); what somebody may do with a step, the engine decides.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "sop", "engine", "casefile", "vault", "audit"})
package id.tuntas.access;
