package id.tuntas.access;

import org.springframework.security.core.AuthenticationException;

/** The password is right, but a REST client cannot give the code this person needs as well. */
public class SecondFactorMissingException extends AuthenticationException {

    SecondFactorMissingException() {
        super("a password is not enough for this person");
    }
}
