/**
 * The procedure as an artefact: reading the models and forms of {@code bpmn/} and {@code forms/}, judging them by the
 * rules of the house, and reading the promise a step makes (owner service, budget, escalation, form) from its own
 * properties. Whoever may deploy a model could otherwise run code on the server or leave a victim waiting for nobody,
 * so the same {@link id.tuntas.sop.SopRules} run in the build, at start and in front of every deployment. The package
 * works on the model objects and on JSON and knows no engine; it never repairs a file, it only says what to mend.
 */
package id.tuntas.sop;
