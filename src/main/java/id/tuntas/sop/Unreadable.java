package id.tuntas.sop;

/** A file that must not be handed to a parser library, or that one refused; carries the words of its finding. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    final String rule;
    final String indonesian;

    Unreadable(String rule, String indonesian, String english) {
        super(english);
        this.rule = rule;
        this.indonesian = indonesian;
    }
}
