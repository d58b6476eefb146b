/**
 * The words every module speaks: value records and the few readers of values that more than one module needs.
 *
 * <p>Owns no data and knows no other module. Whatever is used by one module only belongs there, not here.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package id.tuntas.shared;
