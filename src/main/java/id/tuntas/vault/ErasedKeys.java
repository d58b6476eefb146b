package id.tuntas.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The root instances whose keys were destroyed, as lines of a file beside the keystore. A restored backup of the database
 * brings the wrapped keys back; this list does not come with it, and what stands here is refused for ever.
 */
@Component
class ErasedKeys {

    private final Path file;
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    @Autowired // there are two constructors
    ErasedKeys(Keystore keystore) {
        this(keystore.listOfErased());
    }

    ErasedKeys(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                Files.readAllLines(file).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(ids::add);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the list of erased keys " + file, e);
            }
        }
    }

    boolean contains(String rootInstanceId) {
        return ids.contains(rootInstanceId);
    }

    Set<String> all() {
        return Set.copyOf(ids);
    }

    /** Ids that are new are on the disk when this returns. */
    synchronized void add(Collection<String> rootInstanceIds) {
        List<String> fresh =
                rootInstanceIds.stream().filter(id -> !ids.contains(id)).toList();
        if (fresh.isEmpty()) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    String.join("\n", fresh) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the list of erased keys " + file, e);
        }
        ids.addAll(fresh);
    }
}
