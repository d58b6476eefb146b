package id.tuntas.calendar;

import java.util.Arrays;
import java.util.Optional;

/** Why a day has other hours than usual; {@link #key} is the word of import files and tables. */
public enum HolidayKind {
    NATIONAL("libur-nasional"),
    JOINT_LEAVE("cuti-bersama"),
    REGIONAL("libur-daerah"),
    HALF_DAY("setengah-hari");

    private final String key;

    HolidayKind(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** Empty for null and for any other word. */
    public static Optional<HolidayKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
