package id.tuntas.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what is wrong with a file, so that one try names all faults and not the first only. */
class Faults {

    private static final int MAX_TOLD = 50;
    private static final int MAX_QUOTED = 60;

    private final List<String> sentences = new ArrayList<>();

    /** @param line 0 = what was typed into a form, which has no lines */
    void add(int line, String sentence, Object... values) {
        String from = line == 0
                ? sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1)
                : "Baris " + line + ": " + sentence;
        add(from, values);
    }

    /** @param values put into {@code %s}; texts in quotation marks, cut short and without control characters */
    void add(String sentence, Object... values) {
        Object[] shown = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            shown[i] = values[i] instanceof String text ? quoted(text) : values[i];
        }
        sentences.add(String.format(sentence, shown));
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    void throwIfAny() {
        if (sentences.size() > MAX_TOLD) {
            List<String> told = new ArrayList<>(sentences.subList(0, MAX_TOLD));
            told.add("Masih ada " + (sentences.size() - MAX_TOLD) + " kesalahan lain. Perbaiki yang di atas dahulu.");
            throw new InvalidCalendarFile(told);
        }
        if (!sentences.isEmpty()) {
            throw new InvalidCalendarFile(sentences);
        }
    }

    static InvalidCalendarFile one(String sentence, Object... values) {
        Faults faults = new Faults();
        faults.add(sentence, values);
        return new InvalidCalendarFile(faults.sentences);
    }

    private static String quoted(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return "“" + (clean.length() > MAX_QUOTED ? clean.substring(0, MAX_QUOTED) + "…" : clean) + "”";
    }
}
