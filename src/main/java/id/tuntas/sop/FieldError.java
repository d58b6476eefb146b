package id.tuntas.sop;

/**
 * Why one field of a submitted form was refused.
 *
 * @param key the field's key in the form, or the key that was submitted if the form has no such field
 * @param label what the form calls the field; the key if it has no label
 * @param message what is wrong and how to mend it, in Indonesian, without the label and never with the submitted value
 */
public record FieldError(String key, String label, String message) {

    /** The sentence shown to the officer, for example "Nama korban: wajib diisi." */
    public String sentence() {
        return label + ": " + message;
    }
}
