package id.tuntas.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on loopback that answers a command as it is told, with the recipient's address in its words as real ones do. */
final class RefusingServer implements AutoCloseable {

    final List<String> taken = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private final String refused;
    private final String answer;

    /** @param refused beginning of the command that is answered by {@code answer} */
    RefusingServer(String refused, String answer) throws IOException {
        this.refused = refused;
        this.answer = answer;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "refusing-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // the client or the test has gone
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII);
        out.print("220 uji\r\n");
        out.flush();
        String recipient = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            }
            out.print(answerTo(line, recipient) + "\r\n");
            out.flush();
            if (line.startsWith("DATA") && !line.startsWith(refused)) {
                while (!".".equals(in.readLine())) {
                    // the letter itself
                }
                taken.add(recipient);
                out.print("250 ok\r\n");
                out.flush();
            }
        }
    }

    private String answerTo(String line, String recipient) {
        if (line.startsWith(refused)) {
            return answer + " <" + recipient + ">";
        }
        return line.startsWith("DATA") ? "354 go on" : line.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
