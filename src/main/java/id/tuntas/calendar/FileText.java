package id.tuntas.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of an uploaded file. */
final class FileText {

    static final int MAX_BYTES = 256 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private FileText() {}

    /** @throws InvalidCalendarFile if it is empty, too large or not UTF-8 */
    static String of(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw Faults.one(
                    "Berkas terlalu besar (paling besar %s KB). Bagi menjadi beberapa berkas.", MAX_BYTES / 1024);
        }
        String text = decoded(bytes);
        if (text.isBlank()) {
            throw Faults.one("Berkas kosong. Pilih berkas CSV atau ICS yang berisi data.");
        }
        return text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Faults.one("Berkas bukan teks UTF-8. Di Excel, simpan sebagai “CSV UTF-8”.");
        }
    }
}
