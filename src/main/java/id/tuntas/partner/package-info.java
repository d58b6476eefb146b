/**
 * Who does what where: districts, agencies, the services of the agreement (MoU) and which agency performs each service in
 * a district today. The expression bean {@code mou} names the owner of a step from it.
 *
 * <p>Owns the tables district, agency, service, mou_service and mou_gap. Reads them from the register file at start and
 * tells others about each district ({@link id.tuntas.partner.DistrictRegistered}). A service nobody signed for is never
 * an error in a running case: the district's coordinator gets the step, and the gap is counted where managers see it.
 * Knows no case and no person.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "sop"})
package id.tuntas.partner;
