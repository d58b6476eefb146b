package id.tuntas.sop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of one SOP, by a name that does not depend on how the application is packaged: {@code bpmn/x.bpmn},
 * {@code bpmn/y.dmn}, {@code forms/z.form}. Immutable; sorted by name, so two nodes build the same deployment.
 */
public final class SopBundle {

    /** Largest file the rules will look into, in bytes; a longer one is cut one byte after it and refused. */
    public static final int MAX_BYTES = 1 << 20;

    private static final Map<String, List<String>> FOLDERS =
            Map.of("bpmn", List.of(".bpmn", ".dmn"), "forms", List.of(".form"));

    private final SortedMap<String, byte[]> files;

    private SopBundle(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /** @param files resource name to content; copied */
    public static SopBundle of(Map<String, byte[]> files) {
        SortedMap<String, byte[]> copy = new TreeMap<>();
        files.forEach((name, bytes) -> copy.put(name, bytes.clone()));
        return new SopBundle(copy);
    }

    /**
     * The SOP packed into the application.
     *
     * @throws UncheckedIOException if a resource cannot be read
     */
    public static SopBundle fromClassPath() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        FOLDERS.forEach((folder, suffixes) -> suffixes.forEach(suffix -> {
            for (Resource resource : find("classpath*:/" + folder + "/**/*" + suffix)) {
                // a fat jar lists every resource twice; the name makes them one
                put(files, nameOf(resource, folder), read(resource));
            }
        }));
        return new SopBundle(files);
    }

    /**
     * The SOP of a directory with the sub-folders {@code bpmn} and {@code forms}.
     *
     * @throws UncheckedIOException if a sub-folder is missing or a file cannot be read
     */
    public static SopBundle fromDirectory(Path directory) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        FOLDERS.forEach((folder, suffixes) -> {
            try (Stream<Path> paths = Files.walk(directory.resolve(folder))) {
                paths.filter(Files::isRegularFile)
                        .filter(path -> suffixes.stream().anyMatch(path.toString()::endsWith))
                        .forEach(path -> put(files, nameOf(directory, path), read(path)));
            } catch (IOException e) {
                throw new UncheckedIOException("SOP folder cannot be read: " + directory.resolve(folder), e);
            }
        });
        return new SopBundle(files);
    }

    /** Resource names in order. */
    public SortedSet<String> names() {
        return new TreeSet<>(files.keySet());
    }

    /** Content of a resource; a copy. Never null for a name of {@link #names()}. */
    public byte[] bytes(String name) {
        return files.get(name).clone();
    }

    private static void put(SortedMap<String, byte[]> files, String name, byte[] bytes) {
        boolean hidden = Stream.of(name.split("/")).anyMatch(part -> part.startsWith("."));
        if (!hidden) {
            files.putIfAbsent(name, bytes);
        }
    }

    private static String nameOf(Resource resource, String folder) {
        try {
            String url = URLDecoder.decode(resource.getURL().toString().replace("+", "%2B"), StandardCharsets.UTF_8);
            return url.substring(url.lastIndexOf("/" + folder + "/") + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path root, Path file) {
        return String.join(
                "/",
                StreamSupport.stream(root.relativize(file).spliterator(), false)
                        .map(Path::toString)
                        .toList());
    }

    private static Resource[] find(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException("SOP resources cannot be listed: " + pattern, e);
        }
    }

    private static byte[] read(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("SOP resource cannot be read: " + resource, e);
        }
    }

    private static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("SOP file cannot be read: " + file, e);
        }
    }
}
