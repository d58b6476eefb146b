package id.tuntas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.io.support.SpringFactoriesLoader;

class NoJavaObjectsTest {

    @Test
    void anApplicationThatStartsReadsNoJavaObjectEverAfter() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new HashMap<>());
        }

        new NoJavaObjects()
                .onApplicationEvent(new ApplicationStartingEvent(
                        new DefaultBootstrapContext(), new SpringApplication(Tuntas.class), new String[0]));

        assertThat(ObjectInputFilter.Config.getSerialFilter()).hasToString("!*");
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThatThrownBy(in::readObject).isInstanceOf(InvalidClassException.class);
        }
    }

    @Test
    void isCalledByEveryStart() {
        assertThat(SpringFactoriesLoader.loadFactories(ApplicationListener.class, null))
                .hasAtLeastOneElementOfType(NoJavaObjects.class);
    }
}
