package id.tuntas.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The cases of a story file, see {@code demo/kasus-contoh.yaml}.
 *
 * @param kasus one entry for each case
 */
record Story(List<Case> kasus) {

    // anchors and merges keep the file short; only this reader understands them
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx");

    /** @param langkah what the officers did, in order; the first one is the report */
    record Case(List<Move> langkah) {}

    /**
     * One form that somebody filled in.
     *
     * @param lalu how long ago
     * @param oleh user id
     * @param langkah id of the step; of the process for the first move
     * @param isian answers by field key; {@code tanggal P3D} and {@code jam -PT2H} stand for a date and a time counted
     *     from the move
     */
    record Move(Duration lalu, String oleh, String langkah, Map<String, Object> isian) {

        /** @param time when the move is made, in the zone the officer lives in */
        Map<String, Object> answers(OffsetDateTime time) {
            Map<String, Object> answers = new LinkedHashMap<>();
            isian.forEach((key, value) -> answers.put(key, value instanceof String text ? dated(text, time) : value));
            return answers;
        }

        private static String dated(String text, OffsetDateTime time) {
            if (text.startsWith("jam ")) {
                return time.plus(Duration.parse(text.substring(4)))
                        .truncatedTo(ChronoUnit.MINUTES)
                        .format(MINUTES);
            }
            return text.startsWith("tanggal ")
                    ? time.plus(Duration.parse(text.substring(8))).toLocalDate().toString()
                    : text;
        }
    }

    /** @throws UncheckedIOException if the file cannot be read */
    static Story read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new Story(MAPPER.convertValue(
                    yaml.get("kasus"), MAPPER.getTypeFactory().constructCollectionType(List.class, Case.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
