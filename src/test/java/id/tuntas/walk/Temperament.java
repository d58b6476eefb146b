package id.tuntas.walk;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * How the answers of one case fall. Evenly thrown dice would make every case an emergency (one yes among nine questions
 * is enough) that calms down only after years, so each case has its own leaning towards "no" and towards ticking
 * boxes, and risk leans towards low.
 */
final class Temperament implements FormFiller.Choice {

    private static final double[] LEANINGS = {0.35, 0.6, 0.85, 0.97, 1.0};
    private static final double[] TICKS = {0.1, 0.3, 0.7};

    private final long seed;
    private final Random random;
    private final double no;
    private final double ticks;
    private final UnaryOperator<String> words;
    /** Whoever has gone is not reached at the next try either. */
    private final boolean outOfReach;

    /** @param words what is written into a field of text, by its key */
    Temperament(long seed, UnaryOperator<String> words) {
        this.seed = seed;
        this.words = words;
        random = new Random(seed);
        no = LEANINGS[random.nextInt(LEANINGS.length)];
        ticks = TICKS[random.nextInt(TICKS.length)];
        outOfReach = seed % 2 == 0;
    }

    private Temperament(long seed, double no, double ticks, UnaryOperator<String> words, boolean outOfReach) {
        this.seed = seed;
        this.random = new Random(seed);
        this.no = no;
        this.ticks = ticks;
        this.words = words;
        this.outOfReach = outOfReach;
    }

    @Override
    public String words(String key) {
        return words.apply(key);
    }

    /** The same leaning for one answer of the case: what is drawn here does not depend on what was done before it. */
    Temperament at(String occasion) {
        return new Temperament(seed * 31 + occasion.hashCode(), no, ticks, words, outOfReach);
    }

    @Override
    public String oneOf(String key, List<String> values, boolean required) {
        if (outOfReach && key.equals("korbanTerhubung")) {
            return "tidak";
        }
        if (!required && random.nextInt(10) < 9) {
            return null;
        }
        if (values.contains("RENDAH") && random.nextDouble() < 0.65) {
            return random.nextBoolean() ? "RENDAH" : "SEDANG";
        }
        if (values.contains("tidak-tahu") && values.contains("tidak") && random.nextDouble() < no) {
            return "tidak";
        }
        return values.get(random.nextInt(values.size()));
    }

    @Override
    public boolean yes(String key) {
        return random.nextDouble() < ticks;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }
}
