/** The doors, and what every page has in common; other modules' pages use {@link id.tuntas.access.web.FreshProof} and {@link id.tuntas.access.web.Groups}. */
@org.springframework.modulith.NamedInterface("web")
package id.tuntas.access.web;
