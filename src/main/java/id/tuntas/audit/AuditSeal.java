package id.tuntas.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * A link of the chain.
 *
 * @param sequence 1 for the first
 * @param sealedAt UTC, in whole microseconds
 * @param previousHash of the link before, {@link #GENESIS} for the first; 64 hex digits, like {@code hash}
 */
record AuditSeal(long sequence, long entryId, Instant sealedAt, String previousHash, String hash) {

    /** What the first row is anchored to. */
    static final String GENESIS = hex("Tuntas: awal rantai audit, versi 1".getBytes(StandardCharsets.UTF_8));

    /** Names the encoding below; a new encoding needs a new name. */
    private static final String ENCODING = "tuntas-audit-1";

    private static final int NONE = -1;

    static AuditSeal of(long sequence, Instant sealedAt, String previousHash, AuditRow row) {
        return new AuditSeal(sequence, row.id(), sealedAt, previousHash, hash(sequence, sealedAt, previousHash, row));
    }

    /**
     * SHA-256 over everything, each text with its length before it and an absent one as length -1, so that no two rows
     * have the same bytes.
     */
    static String hash(long sequence, Instant sealedAt, String previousHash, AuditRow row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, ENCODING);
            text(out, previousHash);
            out.writeLong(sequence);
            out.writeLong(micros(sealedAt));
            out.writeLong(row.id());
            out.writeLong(micros(row.at()));
            text(out, row.actor());
            text(out, row.groups());
            text(out, row.districts());
            text(out, row.address());
            text(out, row.kind());
            text(out, row.districtId());
            text(out, row.caseNumber());
            text(out, row.processInstanceId());
            text(out, row.stepId());
            text(out, row.fields());
            text(out, row.reason());
            text(out, row.node());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hex(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        if (text == null) {
            out.writeInt(NONE);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
