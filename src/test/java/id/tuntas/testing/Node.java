package id.tuntas.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Tuntas as a process of its own, so that it can be killed, or stand beside another one. */
public final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;

    private Node(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the demo on a database of {@link TestDatabases} and waits until it serves.
     *
     * @param main a class that starts it
     * @param folder where it works and keeps its log, {@code node.log}
     * @param jvm options of the virtual machine
     * @param settings further arguments, as {@code --server.port=8080}
     */
    public static Node on(String jdbcUrl, Class<?> main, Path folder, List<String> jvm, String... settings)
            throws IOException {
        int port = freePort();
        Path log = folder.resolve("node.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--spring.datasource.url=" + jdbcUrl,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password="));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Node node = new Node(process, port);
        try {
            Awaitility.await("Tuntas serves; its log: " + log).atMost(PATIENCE).until(node::serves);
            return node;
        } catch (RuntimeException e) {
            node.kill();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    /** As a power cut does it: no farewell. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    private boolean serves() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Tuntas ended with " + process.exitValue());
        }
        try {
            HttpRequest login = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(login, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
