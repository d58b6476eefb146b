/**
 * What the profile demo shows at its first start: a handful of invented cases in several stages. Knows nothing but the
 * engine's door for it ({@link id.tuntas.engine.Rehearsal}); without the profile nothing of this exists.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"engine"})
package id.tuntas.demo;
