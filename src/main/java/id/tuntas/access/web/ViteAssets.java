package id.tuntas.access.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Maps a source file of the front end to the hashed files Vite made of it, for templates: {@code ${@vite.css('src/site.js')}}.
 * Built with {@code -Dskip.frontend} there are none and pages come out plain, but they come.
 */
@Component("vite")
class ViteAssets {

    private static final Logger LOG = LoggerFactory.getLogger(ViteAssets.class);
    private static final String BASE = "/app/";

    private final JsonNode manifest;

    ViteAssets(ObjectMapper json) throws IOException {
        var file = new ClassPathResource("static/app/.vite/manifest.json");
        if (file.exists()) {
            manifest = json.readTree(file.getInputStream());
        } else {
            manifest = json.createObjectNode();
            LOG.warn("No front end was built, pages will be plain; build without -Dskip.frontend");
        }
    }

    /** Style sheets of an entry and of all it imports, in order. */
    public Set<String> css(String entry) {
        var files = new LinkedHashSet<String>();
        collectCss(entry, files, new LinkedHashSet<>());
        return files;
    }

    /** The script of an entry; none or one. */
    public Set<String> js(String entry) {
        JsonNode file = manifest.path(entry).path("file");
        return file.isMissingNode() ? Set.of() : Set.of(BASE + file.asText());
    }

    private void collectCss(String key, Set<String> files, Set<String> seen) {
        if (seen.add(key)) {
            JsonNode node = manifest.path(key);
            node.path("imports").forEach(imported -> collectCss(imported.asText(), files, seen));
            node.path("css").forEach(css -> files.add(BASE + css.asText()));
        }
    }
}
