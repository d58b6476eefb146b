package id.tuntas.walk;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.tuntas.access.MailContacts;
import id.tuntas.notify.MailRound;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * All the mail of a simulation, searched by the mail server that takes it: as it came over the line, and every header and
 * part decoded.
 */
final class MarksInMail {

    /** More than fits in ASCII, so that the words travel encoded. */
    private static final String CONTROL = "Kendali – " + Marks.CONTROL + " – “selesai”";

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private final MailRound round;
    private final Set<String> found = new TreeSet<>();
    private final TreeMap<String, Integer> subjects = new TreeMap<>();

    private MarksInMail(MailRound round) {
        this.round = round;
    }

    /** Names a mail server to the application; call it from a {@code @DynamicPropertySource}. */
    static void use(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        properties.add("tuntas.base-url", () -> "https://tuntas.example");
        properties.add("tuntas.mail.from", () -> "tuntas@kantor.example");
        properties.add("tuntas.mail.look", () -> "365d"); // the simulation says when, since it makes the time
    }

    /** To all of them, half in English. */
    static MarksInMail to(List<String> users, ApplicationContext program) {
        MailContacts contacts = program.getBean(MailContacts.class);
        for (int i = 0; i < users.size(); i++) {
            contacts.keepOwn(users.get(i), users.get(i) + "@kantor.example", true, i % 2 == 0 ? "id" : "en");
        }
        return new MarksInMail(new MailRound(program));
    }

    /** Whatever is due now is sent and searched. */
    void look() {
        round.run();
        for (MimeMessage mail : SERVER.getReceivedMessages()) {
            search(mail);
        }
        try {
            SERVER.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was found in a letter that carries a mark, twice, on purpose. */
    Set<String> control() {
        round.send("kepala-dinas", "manggarai-barat", CONTROL, CONTROL + "\n");
        Set<String> before = new TreeSet<>(found);
        found.clear();
        look();
        Set<String> control = new TreeSet<>(found);
        found.clear();
        found.addAll(before);
        return control;
    }

    Set<String> found() {
        return found;
    }

    /** How many letters came with each subject. */
    TreeMap<String, Integer> subjects() {
        return subjects;
    }

    private void search(MimeMessage mail) {
        try {
            subjects.merge(mail.getSubject(), 1, Integer::sum);
            var line = new ByteArrayOutputStream();
            mail.writeTo(line);
            found.addAll(Marks.in(line.toByteArray()));
            part(mail);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void part(Part part) throws MessagingException, IOException {
        for (Header header : Collections.list(part.getAllHeaders())) {
            found.addAll(Marks.in(MimeUtility.decodeText(MimeUtility.unfold(header.getValue()))));
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                part(parts.getBodyPart(i));
            }
        } else {
            found.addAll(Marks.in(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
        }
    }
}
