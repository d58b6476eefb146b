package id.tuntas.shared;

import java.util.Locale;
import java.util.Optional;

/** Level of danger to the victim, worst first; the names are the values of the variable {@code tingkatRisiko}. */
public enum Risk {
    DARURAT,
    TINGGI,
    SEDANG,
    RENDAH;

    /** Empty for null and for anything that is not a level, because the risk of a new report is not known yet. */
    public static Optional<Risk> of(Object variable) {
        if (variable == null) {
            return Optional.empty();
        }
        for (Risk risk : values()) {
            if (risk.name().equalsIgnoreCase(variable.toString().strip())) {
                return Optional.of(risk);
            }
        }
        return Optional.empty();
    }

    /** The suffix of step properties that hold for this level: {@code tenggat.darurat}. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
