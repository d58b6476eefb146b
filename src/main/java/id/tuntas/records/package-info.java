/**
 * The keeper of records of a district: which cases are due for erasure, which must not be erased, which were, and the
 * pages under {@code /kelola/penghapusan} on which two people erase one together.
 *
 * <p>Owns no data: keys, requests, holds and certificates are the vault's. Shows no word about a person of a case.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "vault", "casefile", "engine", "access", "access :: web"})
package id.tuntas.records;
