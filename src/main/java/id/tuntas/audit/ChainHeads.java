package id.tuntas.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The head of the chain: now, and as a file that was kept. */
@Component
public class ChainHeads {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient db;

    ChainHeads(JdbcClient db) {
        this.db = db;
    }

    /** Sequence 0 before anything is sealed. */
    public ChainHead now() {
        return db.sql("select sequence, hash, sealed_at from audit_seal order by sequence desc fetch first 1 row only")
                .query((row, number) -> new ChainHead(
                        row.getLong("sequence"), row.getString("hash"), AuditTable.instant(row, "sealed_at")))
                .optional()
                .orElse(ChainHead.OF_NOTHING);
    }

    /** The file and the answer of {@code /api/audit/head} look the same, so that either can be kept. */
    void write(ChainHead head, Path file) {
        ObjectNode json = JSON.createObjectNode()
                .put("sequence", head.sequence())
                .put("hash", head.hash())
                .put(
                        "sealedAt",
                        head.sealedAt() == null ? null : head.sealedAt().toString());
        try {
            Files.writeString(file, json + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException if the file is not there or holds no head */
    static ChainHead read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            String hash = json.path("hash").asText();
            if (!json.path("sequence").isIntegralNumber() || !hash.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException(file + " holds no head of the audit chain");
            }
            String sealedAt = json.path("sealedAt").asText(null);
            return new ChainHead(
                    json.path("sequence").asLong(), hash, sealedAt == null ? null : Instant.parse(sealedAt));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
    }
}
