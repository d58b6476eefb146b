package id.tuntas.walk;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Who a case is about: the answers its officers will give. Starts as the quietest case there is (an adult, low risk,
 * nothing needed); a test changes only what it is about.
 */
final class Persona implements FormFiller.Choice {

    private static final Map<String, Object> QUIET = Map.ofEntries(
            Map.entry("pelaporAdalah", "korban"),
            Map.entry("korbanUsia", 30),
            Map.entry("korbanJk", "P"),
            Map.entry("wilayahKorban", "daerah-ini"),
            Map.entry("wilayahKejadian", "daerah-ini"),
            Map.entry("rentangKejadian", "3-30-hari"),
            Map.entry("terlaporHubungan", "tetangga"),
            Map.entry("korbanDapatDatang", "ya"),
            Map.entry("hasilVerifikasi", "ada"),
            Map.entry("keputusanPersetujuan", "setuju"),
            Map.entry("keputusanWewenang", "lokal"),
            Map.entry("tingkatRisikoBaru", "RENDAH"),
            Map.entry("keputusanRencana", "setuju"),
            Map.entry("jawabanRujukan", "terima"),
            Map.entry("tindakLanjutRujukan", "batalkan"),
            Map.entry("pendampinganHukumSelesai", "ya"),
            Map.entry("statusPerkara", "inkracht"),
            Map.entry("hasilTinjauan", "tercapai"),
            Map.entry("restitusiLunas", "ya"),
            Map.entry("kesiapanPulang", "siap"),
            Map.entry("pulangWaliAman", "ya"),
            Map.entry("keputusanTerminasi", "setuju"),
            Map.entry("keputusanTinggal", "keluar"));

    private final Map<String, Deque<Object>> answers = new HashMap<>();
    private final Random random = new Random(1);

    static Persona quiet() {
        return new Persona();
    }

    /** What the officers answer to a field; several values are given one after the other, the last one for good. */
    Persona answering(String field, Object... values) {
        answers.put(field, new ArrayDeque<>(Arrays.asList(values)));
        return this;
    }

    /** The same answers from the beginning. */
    Persona copy() {
        Persona copy = new Persona();
        answers.forEach((field, values) -> copy.answers.put(field, new ArrayDeque<>(values)));
        return copy;
    }

    /** The fixed answer to a field that is no choice, if the persona has one. */
    Map<String, Object> override(Map<String, Object> filled) {
        filled.replaceAll((key, value) -> {
            Object wanted = value instanceof String || value instanceof Boolean ? null : next(key);
            return wanted == null ? value : wanted;
        });
        return filled;
    }

    @Override
    public String oneOf(String key, List<String> values, boolean required) {
        Object wanted = next(key);
        if (wanted != null) {
            if (!values.contains(wanted.toString())) {
                throw new IllegalArgumentException(key + " cannot be answered by " + wanted + ", only by " + values);
            }
            return wanted.toString();
        }
        if (!required) {
            return null;
        }
        return values.contains("tidak") ? "tidak" : values.get(0);
    }

    @Override
    public boolean yes(String key) {
        return Boolean.TRUE.equals(next(key));
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    private Object next(String key) {
        Deque<Object> wanted = answers.get(key);
        if (wanted == null) {
            return QUIET.get(key);
        }
        return wanted.size() > 1 ? wanted.poll() : wanted.peek();
    }
}
