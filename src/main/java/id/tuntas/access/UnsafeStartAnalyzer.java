package id.tuntas.access;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the reasons as a list instead of a stack trace. */
class UnsafeStartAnalyzer extends AbstractFailureAnalyzer<UnsafeStartException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnsafeStartException cause) {
        String list = cause.problems().stream().map(problem -> "- " + problem).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "Tuntas tidak dinyalakan karena belum aman:\n\n" + list,
                "Perbaiki semua yang tertulis di atas, lalu nyalakan lagi. Panduan: docs/how-to/first-start.md",
                cause);
    }
}
