package id.tuntas.partner;

import id.tuntas.shared.ServiceKey;

/**
 * A service of the MoU catalogue.
 *
 * @param mouClass class of the agreement, M1 to M9; null for what the office does for itself
 */
public record CatalogueService(ServiceKey key, String name, String mouClass) {}
