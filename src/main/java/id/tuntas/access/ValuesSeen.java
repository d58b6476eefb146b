package id.tuntas.access;

import id.tuntas.engine.StepLook;
import java.util.List;

/**
 * Somebody is about to see protected values. Published before the answer leaves: a listener that throws keeps it back.
 *
 * @param fields names, never values
 * @param reason why he may: {@code langkah}, {@code peran} or {@code darurat}
 */
public record ValuesSeen(String userId, StepLook step, List<String> fields, String reason) {}
