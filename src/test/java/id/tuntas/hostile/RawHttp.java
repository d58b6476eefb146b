package id.tuntas.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** HTTP as no client library would send it: every byte is the caller's. */
final class RawHttp {

    /**
     * What came back.
     *
     * @param status 0 if the server closed the connection without a word
     */
    record Answer(int status, String head, String body) {}

    private static final int MILLIS = 30_000;

    private final int port;
    private final String authorization;

    RawHttp(int port, String user) {
        this.port = port;
        this.authorization = "Authorization: Basic "
                + Base64.getEncoder().encodeToString((user + ":tuntas-demo").getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    Answer get(String target, String... headers) {
        return send("GET", target, new byte[0], headers);
    }

    Answer post(String target, String json, String... headers) {
        return send("POST", target, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** With length, host and sign-in, and JSON unless another type is given. */
    Answer send(String method, String target, byte[] body, String... headers) {
        String given = String.join("\r\n", headers);
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n" + authorization);
        if (!given.contains("Host:")) {
            head.append("Host: localhost:").append(port).append("\r\n");
        }
        if (!given.contains("Content-Type:") && body.length > 0) {
            head.append("Content-Type: application/json\r\n");
        }
        if (!given.contains("Content-Length:") && !given.contains("Transfer-Encoding:")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: close\r\n").append(given).append(given.isEmpty() ? "\r\n" : "\r\n\r\n");
        return exchange(head.toString(), body);
    }

    Answer exchange(String head, byte[] body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MILLIS);
            write(socket, head, body);
            return read(socket);
        } catch (SocketException e) {
            return new Answer(0, "", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server may answer and hang up before it has read everything. */
    private static void write(Socket socket, String head, byte[] body) throws IOException {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
        } catch (SocketException e) {
            // what it said so far is read all the same
        }
    }

    private static Answer read(Socket socket) throws IOException {
        String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return new Answer(0, "", "");
        }
        String[] parts = text.split("\r\n\r\n", 2);
        return new Answer(Integer.parseInt(parts[0].split(" ")[1]), parts[0], parts.length > 1 ? parts[1] : "");
    }
}
