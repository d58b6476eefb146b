package id.tuntas.board.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Prints a page of ours as a tagged PDF (PDF/UA-1) with its fonts in it. Nothing outside the page is ever looked up: no
 * picture, no style sheet, no entity, be it a file of this machine or an address.
 */
@Component
public class PdfPrinter {

    private static final String FONTS = "/liberation/LiberationSans-";

    PdfPrinter() {
        XRLog.setLoggingEnabled(false); // it would say at INFO how each page was laid out
    }

    /**
     * @param xhtml well-formed, without a document type, with a language and a title; fonts: Liberation Sans, plain and bold
     * @throws IllegalArgumentException if it is no such page
     */
    public byte[] print(String xhtml) {
        var pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useUriResolver((base, uri) -> null)
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .useFont(() -> font("Regular"), "Liberation Sans", 400, FontStyle.NORMAL, true)
                    .useFont(() -> font("Bold"), "Liberation Sans", 700, FontStyle.NORMAL, true)
                    .withProducer("Tuntas")
                    .withW3cDocument(parsed(xhtml), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static Document parsed(String xhtml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the usual one writes to the console
            return builder.parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (SAXException e) {
            throw new IllegalArgumentException("Not a well-formed page", e);
        }
    }

    private static InputStream font(String face) {
        InputStream font = PdfPrinter.class.getResourceAsStream(FONTS + face + ".ttf");
        if (font == null) {
            throw new IllegalStateException("No font " + face);
        }
        return font;
    }
}
