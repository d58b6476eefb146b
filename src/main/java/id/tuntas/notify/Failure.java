package id.tuntas.notify;

import jakarta.mail.internet.AddressException;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

/**
 * Why a letter was not sent.
 *
 * @param what the kind of error and the server's number; never its words, which may hold the address
 * @param lasting another attempt would fare no better: the server will not have this recipient
 * @param general the others would fare no better now: no connection, sign-in refused, sender refused
 */
record Failure(String what, boolean lasting, boolean general) {

    static Failure of(MailException e) {
        return chain(rootOf(e))
                .filter(cause -> code(cause) > 0 || cause instanceof AddressException)
                .reduce((outer, inner) -> inner)
                .map(cause -> of(e, cause))
                .orElseGet(() -> new Failure(name(rootOf(e)), false, true));
    }

    private static Failure of(MailException e, Throwable cause) {
        boolean address = cause instanceof AddressException;
        boolean lasting = address || cause instanceof SMTPAddressFailedException && code(cause) >= 500;
        boolean general = !lasting && (isConnection(e) || isAboutSender(cause));
        return new Failure(address ? name(cause) : name(cause) + " " + code(cause), lasting, general);
    }

    /** Spring gives what befell a single message apart from what befell the connection, which is the cause. */
    private static Throwable rootOf(MailException e) {
        if (e instanceof MailSendException send && send.getCause() == null && send.getMessageExceptions().length > 0) {
            return send.getMessageExceptions()[0];
        }
        return e.getCause() == null ? e : e.getCause();
    }

    private static boolean isConnection(MailException e) {
        return e.getCause() != null && !(e instanceof MailPreparationException);
    }

    private static boolean isAboutSender(Throwable cause) {
        return cause instanceof SMTPSenderFailedException
                || cause instanceof SMTPSendFailedException send
                        && String.valueOf(send.getCommand()).startsWith("MAIL");
    }

    private static Stream<Throwable> chain(Throwable first) {
        return Stream.iterate(first, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    /** The number the server answered; 0 if it is not about an answer. */
    private static int code(Throwable cause) {
        if (cause instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (cause instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return cause instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
    }

    private static String name(Throwable cause) {
        return cause.getClass().getSimpleName();
    }
}
