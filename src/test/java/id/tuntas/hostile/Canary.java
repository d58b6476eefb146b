package id.tuntas.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.function.ThrowingSupplier;

/**
 * Notices when something hostile took effect: a system property set, a file made, a connection opened to a socket of
 * this machine. The texts of the corpus name it with {@code @PROPERTY@}, {@code @FILE@} and {@code @PORT@}.
 */
final class Canary implements AutoCloseable {

    /** The figure for one item is two seconds; the machine of a build is shared. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String PROPERTY = "tuntas.canary";

    private final Path file =
            Path.of("target", "canary-" + ProcessHandle.current().pid()).toAbsolutePath();
    private final ServerSocketChannel socket;
    private String slowest = "nothing";
    private Duration longest = Duration.ZERO;
    private int items;

    Canary() {
        try {
            Files.deleteIfExists(file);
            System.clearProperty(PROPERTY);
            socket = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            socket.configureBlocking(false);
        } catch (IOException e) {
            throw new IllegalStateException("no canary", e);
        }
    }

    /** A text of the corpus, with the places filled in. */
    String arm(String text) {
        return text.replace("@PROPERTY@", PROPERTY)
                .replace("@FILE@", file.toString())
                .replace("@PORT@", String.valueOf(socket.socket().getLocalPort()))
                .replace("@10000@", "a".repeat(10_000));
    }

    /** Does it, in time, and looks afterwards whether anything happened. */
    <T> T survives(String item, ThrowingSupplier<T> deed) {
        long start = System.nanoTime();
        T answer = assertTimeout(PATIENCE, deed, item);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        items++;
        if (took.compareTo(longest) > 0) {
            longest = took;
            slowest = item;
        }
        assertSilent(item);
        return answer;
    }

    private void assertSilent(String item) {
        assertThat(System.getProperty(PROPERTY)).as("property set by %s", item).isNull();
        assertThat(file).as("file made by %s", item).doesNotExist();
        try (var visitor = socket.accept()) {
            assertThat(visitor).as("connection opened by %s", item).isNull();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        System.out.printf("Hostile corpus: %d items, the longest %d ms (%s)%n", items, longest.toMillis(), slowest);
    }
}
