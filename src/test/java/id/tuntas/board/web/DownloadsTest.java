package id.tuntas.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.board.BadFilter;
import id.tuntas.board.BadFilter.Reason;
import id.tuntas.board.BoardFilter;
import id.tuntas.board.Field;
import id.tuntas.board.Reader;
import id.tuntas.export.Book;
import id.tuntas.export.Column;
import id.tuntas.export.Format;
import id.tuntas.export.Kind;
import id.tuntas.export.Table;
import id.tuntas.shared.District;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is refused before anything leaves, and what a file is called. */
class DownloadsTest {

    private static final District MANADO = new District("manado", "MANADO", "Kota Manado", ZoneId.of("Asia/Makassar"));
    private static final District ELSEWHERE = new District("lain", "LAIN", "Lain", ZoneId.of("Asia/Jakarta"));

    /** Nobody is asked to record anything in these tests. */
    private final Downloads downloads = new Downloads(null);

    @Test
    void aListThatIsTooLongForASheetIsRefusedWithItsLength() {
        MockHttpServletResponse response = new MockHttpServletResponse();

        assertThatThrownBy(() -> downloads.send(of(1_048_576, List.of(MANADO)), response))
                .isInstanceOfSatisfying(BadFilter.class, bad -> {
                    assertThat(bad.reason()).isEqualTo(Reason.TOO_MANY_ROWS);
                    assertThat(bad.value()).isEqualTo("1048576");
                });
        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getHeaderNames()).isEmpty();
    }

    @Test
    void aFileIsCalledAfterPageDistrictAndTheDayThere() {
        assertThat(of(1, List.of(MANADO)).fileName()).isEqualTo("tuntas-daftar-manado-2026-11-23.xlsx");
        assertThat(of(1, List.of(MANADO, ELSEWHERE)).fileName()).isEqualTo("tuntas-daftar-2-daerah-2026-11-23.xlsx");
    }

    @Test
    void theAuditLearnsThatAPersonWasNamedAndNotWho() {
        Download download = of(1, List.of(MANADO));
        assertThat(ExportRecord.codes(download.filter(), download.more()))
                .containsExactly("orang", "risiko:DARURAT", "urut:tenggat");
    }

    private static Download of(long rows, List<District> districts) {
        BoardFilter filter = BoardFilter.of(new Reader("penyelia", List.of("penyelia-kasus"), districts))
                .with(Field.PERSON, "peksos")
                .with(Field.RISK, "DARURAT");
        Table table = new Table("Daftar", 1, List.of(new Column("Nomor", Kind.TEXT)), rows, reader -> {});
        // a quarter past midnight in Manado
        return new Download(
                "daftar",
                Format.XLSX,
                filter,
                List.of("urut:tenggat"),
                Book.of(table),
                Instant.parse("2026-11-22T16:15:00Z"));
    }
}
