package id.tuntas.studio;

import java.time.ZonedDateTime;

/**
 * A moment at which a step might begin.
 *
 * @param start in the district's zone
 * @param occasion name of the holiday; empty where there is none
 * @param estimated whether the day itself is computed because it has not been decreed yet
 */
public record SampleMoment(Kind kind, ZonedDateTime start, String occasion, boolean estimated) {

    SampleMoment(Kind kind, ZonedDateTime start) {
        this(kind, start, "", false);
    }

    /** What makes the moment telling; {@link #key} is its word in the interface and in message files. */
    public enum Kind {
        FRIDAY_AFTERNOON("jumat-sore"),
        NIGHT_BEFORE_LEBARAN("malam-lebaran"),
        REGIONAL_HOLIDAY("libur-daerah"),
        /** in the place of the regional holiday, in a district that has entered none */
        NATIONAL_HOLIDAY("libur-nasional"),
        SUNDAY_EMERGENCY("minggu-darurat"),
        ORDINARY_TUESDAY("selasa-biasa");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
