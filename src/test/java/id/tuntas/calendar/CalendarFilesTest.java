package id.tuntas.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** Files of holidays and office hours: what is taken, and what is said about those that are not. */
class CalendarFilesTest {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    @Test
    void readsHolidaysWithHalfDaysRemarksAndSemicolons() {
        assertThat(holidays("\uFEFF# Keputusan Bupati\n\nTanggal;Nama;Jenis;Mulai;Selesai\n"
                        + "2026-07-01;HUT Kabupaten;libur-daerah;;\n"
                        + "2026-12-31; \"Tutup tahun; setengah hari\" ;setengah-hari;07.30;12:00\n;;;;\n"))
                .containsExactly(
                        Holiday.closed(LocalDate.of(2026, 7, 1), "HUT Kabupaten", HolidayKind.REGIONAL),
                        new Holiday(
                                LocalDate.of(2026, 12, 31),
                                "Tutup tahun; setengah hari",
                                HolidayKind.HALF_DAY,
                                WorkCalendarTest.hours("07:30-12:00")));
    }

    @Test
    void namesEveryFaultOfATableWithItsLineAndHowToMendIt() {
        assertThat(
                        faults(
                                () -> holidays(
                                        """
                        tanggal,nama,jenis,mulai,selesai
                        31/12/2026,Tutup tahun,libur-daerah,,
                        2026-02-30,Tidak ada,libur-daerah,,

                        2026-07-01,HUT,libur-daerah,,
                        2026-07-01,,libur-desa,,
                        2026-07-02,Setengah,setengah-hari,12:00,08:00
                        2026-07-03,Setengah,setengah-hari,,
                        2026-07-04,Penuh,libur-daerah,08:00,12:00
                        2026-07-01,HUT lagi,libur-daerah,,
                        1999-07-05,Lama,libur-daerah,,
                        2026-07-06,Satu, dua,libur-daerah,,
                        """)))
                .containsExactly(
                        "Baris 12: ada 6 kolom, padahal judulnya 5. Beri tanda kutip pada isian yang memuat koma.",
                        "Baris 2: tanggal “31/12/2026” tidak terbaca. Tulis tahun-bulan-tanggal, misalnya 2026-12-25.",
                        "Baris 3: tanggal “2026-02-30” tidak terbaca. Tulis tahun-bulan-tanggal, misalnya 2026-12-25.",
                        "Baris 6: jenis “libur-desa” tidak dikenal. Pakai libur-nasional, cuti-bersama, libur-daerah, atau setengah-hari.",
                        "Baris 7: jam selesai “08:00” tidak sesudah jam mulai “12:00”. Tukar, atau tulis 24:00 untuk tengah malam.",
                        "Baris 8: jam “” sampai “” tidak terbaca. Tulis jam mulai dan selesai seperti 07:30 dan 16:00.",
                        "Baris 9: jam mulai dan selesai hanya untuk setengah-hari. Kosongkan, atau ubah jenisnya.",
                        "Baris 10: tanggal 2026-07-01 sudah ada di baris 5. Hapus salah satu.",
                        "Baris 11: tahun 1999 di luar 2000 sampai 2100. Periksa tanggalnya.",
                        "Baris 12: jenis “dua” tidak dikenal. Pakai libur-nasional, cuti-bersama, libur-daerah, atau setengah-hari.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    tanggal,nama                                   | Baris 1: judul kolom
                    date,name,kind                                 | Baris 1: judul kolom
                    tanggal,nama,jenis,tanggal                     | Baris 1: judul kolom
                    tanggal,nama,jenis                             | tidak berisi baris data
                    ' '                                            | Berkas kosong
                    tanggal,nama,jenis~2026-01-01,"Tanpa akhir,x   | tidak terbaca sebagai CSV
                    """)
    void refusesWhatIsNoTableOfHolidays(String text, String sentence) {
        assertThat(faults(() -> holidays(text.replace('~', '\n'))))
                .singleElement()
                .asString()
                .contains(sentence);
    }

    @Test
    void refusesATableThatIsTooLargeOrNoUtf8() {
        assertThat(faults(() -> HolidayCsv.read(new byte[FileText.MAX_BYTES + 1])))
                .singleElement()
                .asString()
                .contains("terlalu besar");
        assertThat(faults(() -> HolidayCsv.read(new byte[] {'a', (byte) 0xE9, 'b'})))
                .singleElement()
                .asString()
                .contains("UTF-8");
        assertThat(faults(() -> holidays("tanggal,nama,jenis\n" + "x,y,z\n".repeat(2_001))))
                .singleElement()
                .asString()
                .contains("lebih dari 2000 baris");
        assertThat(faults(() -> holidays("tanggal,nama,jenis\n" + "x,y,z\n".repeat(100))))
                .hasSize(51)
                .last()
                .asString()
                .contains("150 kesalahan lain");
    }

    @Test
    void readsOfficeHoursOfAWeek() {
        assertThat(
                        OfficeHoursCsv.read(
                                bytes(
                                        """
                        hari,mulai,selesai
                        Senin,07.30,12.00
                        senin,13:00,16:00
                        Jum'at,0:00,24:00
                        """)))
                .isEqualTo(Map.of(
                        DayOfWeek.MONDAY, WorkCalendarTest.day("07:30-12:00", "13:00-16:00"),
                        DayOfWeek.FRIDAY, WorkCalendarTest.day("00:00-24:00")));
    }

    @Test
    void refusesOfficeHoursThatOverlapOrAreNone() {
        assertThat(
                        faults(
                                () -> OfficeHoursCsv.read(
                                        bytes(
                                                """
                        hari,mulai,selesai
                        senin,07:30,12:00
                        senin,11:59,16:00
                        monday,07:30,12:00
                        rabu,16:00,07:30
                        kamis,25:00,26:00
                        """))))
                .containsExactly(
                        "Baris 3: jam 11:59-16:00 bertumpang tindih dengan 07:30-12:00 pada hari yang sama. Perbaiki salah satu.",
                        "Baris 4: hari “monday” tidak dikenal. Tulis senin, selasa, rabu, kamis, jumat, sabtu, atau minggu.",
                        "Baris 5: jam selesai “07:30” tidak sesudah jam mulai “16:00”. Tukar, atau tulis 24:00 untuk tengah malam.",
                        "Baris 6: jam “25:00” sampai “26:00” tidak terbaca. Tulis jam mulai dan selesai seperti 07:30 dan 16:00.");
        assertThat(faults(() -> OfficeHoursCsv.read(bytes("hari,mulai,selesai\n"))))
                .singleElement()
                .asString()
                .contains("tidak berisi baris data");
    }

    @Test
    void readsWholeDaysSeveralDaysAndMidnightsOfOtherZones() {
        assertThat(
                        events(
                                """
                        BEGIN:VEVENT
                        DTSTART;VALUE=DATE:20260701
                        SUMMARY:HUT Kabupaten\\, hari jadi
                        END:VEVENT
                        BEGIN:VEVENT
                        DTSTART;VALUE=DATE:20261230
                        DTEND;VALUE=DATE:20270102
                        SUMMARY:Libur
                          akhir tahun
                        CATEGORIES:Cuti-Bersama
                        END:VEVENT
                        BEGIN:VEVENT
                        DTSTART:20260801T160000Z
                        DURATION:P1D
                        SUMMARY:Dalam UTC
                        END:VEVENT
                        BEGIN:VEVENT
                        DTSTART:20260901T000000
                        DTEND:20260902T000000
                        SUMMARY:Tanpa zona
                        END:VEVENT
                        BEGIN:VEVENT
                        DTSTART;TZID=Asia/Jakarta:20260930T230000
                        DTEND;TZID=Asia/Jakarta:20261001T230000
                        SUMMARY:Dalam WIB
                        END:VEVENT
                        BEGIN:VEVENT
                        STATUS:CANCELLED
                        DTSTART;VALUE=DATE:20260702
                        SUMMARY:Batal
                        END:VEVENT
                        """))
                .extracting(holiday -> holiday.date() + " " + holiday.name() + " "
                        + holiday.kind().key())
                .containsExactly(
                        "2026-07-01 HUT Kabupaten, hari jadi libur-daerah",
                        "2026-12-30 Libur akhir tahun cuti-bersama",
                        "2026-12-31 Libur akhir tahun cuti-bersama",
                        "2027-01-01 Libur akhir tahun cuti-bersama",
                        "2026-08-02 Dalam UTC libur-daerah",
                        "2026-09-01 Tanpa zona libur-daerah",
                        "2026-10-01 Dalam WIB libur-daerah");
    }

    @Test
    void namesEveryEventItCannotTakeWithItsLine() {
        assertThat(
                        faults(
                                () -> events(
                                        """
                        BEGIN:VEVENT
                        DTSTART;VALUE=DATE:20260701
                        RRULE:FREQ=YEARLY
                        SUMMARY:Tiap tahun
                        END:VEVENT
                        BEGIN:VEVENT
                        DTSTART:20260702T010000Z
                        DTEND:20260702T050000Z
                        SUMMARY:Rapat
                        END:VEVENT
                        BEGIN:VEVENT
                        SUMMARY:Kapan
                        END:VEVENT
                        BEGIN:VEVENT
                        DTSTART;VALUE=DATE:20260101
                        DTEND;VALUE=DATE:20261231
                        SUMMARY:Setahun
                        END:VEVENT
                        BEGIN:VEVENT
                        DTSTART;VALUE=DATE:20260703
                        END:VEVENT
                        BEGIN:VEVENT
                        DTSTART;VALUE=DATE:besok
                        SUMMARY:Besok
                        END:VEVENT
                        BEGIN:VEVENT
                        DTSTART:20260230T000000
                        SUMMARY:30 Februari
                        END:VEVENT
                        """)))
                .containsExactly(
                        "Baris 26: isian “DTSTART” tidak terbaca. Tulis tanggal seperti DTSTART;VALUE=DATE:20261225.",
                        "Baris 4: acara “Tiap tahun” berulang. Tulis setiap tanggal sebagai acara sendiri.",
                        "Baris 9: acara “Rapat” punya jam. Hari libur harus sehari penuh; untuk setengah hari pakai berkas CSV.",
                        "Baris 14: acara “Kapan” tidak punya tanggal mulai (DTSTART).",
                        "Baris 17: acara “Setahun” harus 1 sampai 31 hari. Periksa DTEND.",
                        "Baris 22: nama hari libur harus 1 sampai 200 huruf.",
                        "Baris 25: acara “Besok” tidak punya tanggal mulai (DTSTART).",
                        "Baris 29: acara “30 Februari” punya tanggal yang tidak ada. Periksa DTSTART, DTEND, dan DURATION.");
    }

    @Test
    void refusesACalendarWithoutEvents() {
        assertThat(faults(() -> events(""))).singleElement().asString().contains("tidak berisi acara");
        assertThat(faults(() -> events("BEGIN:VEVENT\nEND:VEVENT\n".repeat(2_001))))
                .singleElement()
                .asString()
                .contains("lebih dari 2000 acara");
    }

    @Test
    void theShippedYearsAreThoseOfTheDecrees() throws IOException {
        byte[] file = new ClassPathResource("calendar/libur-nasional.csv").getContentAsByteArray();

        assertThat(HolidayCsv.read(file).stream()
                        .collect(Collectors.groupingBy(
                                holiday -> holiday.date().getYear() + " "
                                        + holiday.kind().key(),
                                Collectors.counting())))
                .isEqualTo(Map.of(
                        "2026 libur-nasional", 17L,
                        "2026 cuti-bersama", 8L,
                        "2027 libur-nasional", 18L,
                        "2027 cuti-bersama", 8L));
    }

    private static List<Holiday> holidays(String text) {
        return HolidayCsv.read(bytes(text));
    }

    private static List<Holiday> events(String events) {
        String file = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:uji\n" + events + "END:VCALENDAR\n";
        return HolidayIcs.read(bytes(file.replace("\n", "\r\n")), WITA, HolidayKind.REGIONAL);
    }

    private static List<String> faults(Runnable reading) {
        return catchThrowableOfType(InvalidCalendarFile.class, reading::run).faults();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
