package id.tuntas.access;

import java.time.Instant;

/**
 * A passkey as its owner sees it.
 *
 * @param id what pages call it; says nothing about the key
 * @param label what its owner calls it
 * @param lastUsedAt null if it never was
 */
public record Passkey(String id, String label, Instant createdAt, Instant lastUsedAt) {}
