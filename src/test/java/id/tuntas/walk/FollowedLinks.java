package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Visitor;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures of a page, as somebody with a browser sees them, and the lists they lead to. */
final class FollowedLinks {

    private static final Pattern LINK =
            Pattern.compile("<a\\b([^>]*?)href=\"(/pantau/daftar[^\"]*)\"([^>]*)>(.*?)</a>(.{0,200})", Pattern.DOTALL);
    private static final Pattern UNSEEN = Pattern.compile("<span class=\"govuk-visually-hidden\"[^>]*>.*?</span>");
    private static final Pattern BIG = Pattern.compile("t-tile__count\">([\\d.]+)<");
    private static final Pattern OF_ALL = Pattern.compile("^(\\d[\\d.]*) dari ");
    private static final Pattern LAST = Pattern.compile("(\\d[\\d.]*)(?!.*\\d)");
    private static final Pattern STUCK = Pattern.compile("^:\\s*<span>(\\d[\\d.]*) langkah");
    private static final Pattern TITLE = Pattern.compile("<h1[^>]*>[^<]*: (\\d[\\d.]*) (?:langkah|tahap)");

    private final Visitor manager;
    private final Map<String, Long> lengths = new HashMap<>();

    FollowedLinks(int port, String user) {
        manager = Visitor.signedIn(port, user);
    }

    /** Every figure with the address of its list. Links without a figure, as those of the navigation, are left out. */
    List<Figure> figures(String page) {
        String body = get(page);
        List<Figure> figures = new ArrayList<>();
        for (Matcher link = LINK.matcher(body); link.find(); link.region(link.end(4), body.length())) {
            String href = link.group(2).replace("&amp;", "&");
            String text = UNSEEN.matcher(link.group(4)).replaceAll("");
            figure(link.group(1) + link.group(3), text, link.group(5))
                    .ifPresent(number -> figures.add(new Figure(page, href, number)));
        }
        return figures;
    }

    private static Optional<Long> figure(String attributes, String html, String behind) {
        if (attributes.contains("id=\"tersendat-")) {
            return first(STUCK, behind);
        }
        if (attributes.contains("t-tile") && !attributes.contains("angka-tepat-waktu")) {
            return first(BIG, html);
        }
        String text = html.replaceAll("<span class=\"t-tile__how.*", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        if (text.startsWith("dan ")) {
            return Optional.empty(); // "and so many more": of lines, not of the list
        }
        Optional<Long> part = first(OF_ALL, text);
        return part.isPresent() ? part : first(LAST, text);
    }

    /** How many the list says it has; each address is asked for once. */
    long lengthOf(String href) {
        return lengths.computeIfAbsent(
                href, address -> first(TITLE, get(address)).orElseThrow());
    }

    /** Words of an address, by name. */
    static Map<String, String[]> parameters(String href) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        for (String pair : href.substring(href.indexOf('?') + 1).split("&")) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals),
                    new String[] {URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)});
        }
        return parameters;
    }

    private String get(String path) {
        var answer = manager.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static Optional<Long> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(Long.valueOf(found.group(1).replace(".", ""))) : Optional.empty();
    }

    /** @param number what the page says */
    record Figure(String page, String href, long number) {}
}
