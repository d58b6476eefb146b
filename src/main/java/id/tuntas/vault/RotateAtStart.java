package id.tuntas.vault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** The command {@code --tuntas.vault.rotate} wraps every data key with the current master key; then the program ends. */
@Component
@ConditionalOnProperty("tuntas.vault.rotate")
class RotateAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RotateAtStart.class);

    private final Rotation rotation;
    private final ApplicationContext context;

    RotateAtStart(Rotation rotation, ApplicationContext context) {
        this.rotation = rotation;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int rotated = rotation.rotate();
        LOG.info("{} data keys wrapped anew; master keys in use now: {}", rotated, rotation.inUse());
        // not from within the start of the program, which would wait for itself
        new Thread(() -> System.exit(SpringApplication.exit(context, () -> 0)), "rotation-done").start();
    }
}
