package id.tuntas.board.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPrinterTest {

    private static final String HEAD =
            "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"id\"><head><title>Uji</title>"
                    + "<meta name=\"description\" content=\"uji\"/><style>body{font-family:'Liberation Sans'}</style>";

    private final PdfPrinter printer = new PdfPrinter();

    @Test
    void aPageIsTaggedHasItsTitleItsLanguageAndItsFontsInIt() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(printer.print(
                HEAD + "</head><body><h1>Judul</h1><p>Isi – “ya”</p><p><strong>Tebal</strong></p></body></html>"))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Uji");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("id");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid");
            assertThat(new PDFTextStripper().getText(pdf)).contains("Judul", "Isi – “ya”", "Tebal");
            List<String> fonts = fonts(pdf);
            assertThat(fonts).hasSize(2).allMatch(font -> font.matches("[A-Z]{6}\\+LiberationSans(-Bold)?"));
        }
    }

    @Test
    void nothingOutsideThePageIsFetched(@TempDir Path folder) throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        outside.start();
        try {
            String web = "http://127.0.0.1:" + outside.getAddress().getPort();
            Path css = Files.writeString(folder.resolve("a.css"), "p{display:none}");
            Path page = Files.writeString(folder.resolve("a.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
            byte[] pdf = printer.print(HEAD + "<link rel=\"stylesheet\" href=\"" + web + "/a.css\"/>"
                    + "<link rel=\"stylesheet\" href=\"" + css.toUri() + "\"/>"
                    + "<style>@import url('" + web + "/b.css'); @import url('" + css.toUri() + "');"
                    + "@font-face{font-family:x;src:url('" + web + "/x.ttf')}"
                    + "body{background-image:url('" + web
                    + "/bg.png')} p{font-family:x,'Liberation Sans'}</style></head>"
                    + "<body><p>tetap ada</p><img alt=\"x\" src=\"" + web + "/a.png\"/><img alt=\"x\" src=\""
                    + page.toUri()
                    + "\"/><img alt=\"x\" src=\"" + web + "/a.svg\"/><object type=\"x\" data=\"" + web
                    + "/o\"></object>"
                    + "<iframe src=\"" + web + "/f\"></iframe></body></html>");
            try (PDDocument read = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(read))
                        .as("the file's style sheet would hide it")
                        .contains("tetap ada");
                for (PDPage one : read.getPages()) {
                    assertThat(one.getResources().getXObjectNames()).isEmpty();
                }
            }
            assertThat(asked).isEmpty();
        } finally {
            outside.stop(0);
        }
    }

    @Test
    void aPageWithEntitiesOrOutOfShapeIsRefused() {
        for (String page : List.of(
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><html><body>&x;</body></html>",
                "<html><body><p></body></html>",
                "")) {
            assertThatThrownBy(() -> printer.print(page)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<String> fonts(PDDocument pdf) {
        return IntStream.range(0, pdf.getNumberOfPages())
                .mapToObj(pdf::getPage)
                .map(PDPage::getResources)
                .flatMap(resources -> {
                    List<String> names = new CopyOnWriteArrayList<>();
                    resources.getFontNames().forEach(name -> {
                        try {
                            assertThat(resources.getFont(name).isEmbedded()).isTrue();
                            names.add(resources.getFont(name).getName());
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    });
                    return names.stream();
                })
                .toList();
    }
}
