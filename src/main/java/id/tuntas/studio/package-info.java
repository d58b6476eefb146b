/**
 * Pages for the authors of the SOP, under {@code /sop}: so far the preview of due dates, which shows what a step's clock
 * would promise at moments that surprise ({@link id.tuntas.studio.DuePreview}).
 *
 * <p>Owns no data and computes no dates itself: {@code sla} does, with the code that runs the clocks of real cases. Shows
 * no case and no person.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "sop", "calendar", "sla", "partner", "engine", "access"})
package id.tuntas.studio;
