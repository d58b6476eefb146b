/**
 * Keys: one data key for each case, wrapped by a master key that is not in the database; what it means to erase a case,
 * and what keeps it from being erased.
 *
 * <p>Owns the tables {@code data_key}, {@code erasure_request}, {@code erasure_certificate} and {@code legal_hold}, the
 * keystore and the list of erased keys beside it. Knows no engine and no variable's meaning: {@code engine} asks it for the key of a root process
 * instance and for the names that are stored in clear. What it has to know of a case it asks through
 * {@link id.tuntas.vault.ClosedCases}, which the case file implements.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "shared")
package id.tuntas.vault;
