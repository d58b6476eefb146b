package id.tuntas.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormSchemaTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-08-17T04:00:00Z"), ZoneId.of("Asia/Makassar"));

    static FormSchema form(String... components) {
        String json =
                "{'id':'uji','type':'default','schemaVersion':16,'components':[" + String.join(",", components) + "]}";
        return FormSchema.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), NOON);
    }

    private static String component(String type, String more) {
        return "{'type':'" + type + "','key':'x','label':'Isian'" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static Map<String, Object> x(Object value) {
        Map<String, Object> submitted = new HashMap<>();
        submitted.put("x", value);
        return submitted;
    }

    private static List<String> sentences(FormSchema form, Map<String, Object> submitted) {
        return form.validate(submitted, Map.of()).stream()
                .map(FieldError::sentence)
                .toList();
    }

    private static void accepts(FormSchema form, Object value, Object stored) {
        FormSchema.Checked checked = form.check(x(value), Map.of());
        assertThat(checked.errors()).isEmpty();
        assertThat(checked.values()).containsEntry("x", stored);
    }

    private static void refuses(FormSchema form, Object value, String sentence) {
        assertThat(sentences(form, x(value))).containsExactly("Isian: " + sentence);
    }

    @Test
    void saysWhatItCallsItsInputsAndTheirOptions() {
        FormSchema form = form(
                component("radio", "'values':[{'value':'ya','label':'Ya, benar'},{'value':'tidak'}]"),
                "{'type':'textfield','key':'y','label':'Nama:'}");
        assertThat(form.labels())
                .containsExactly(
                        Map.entry("x", "Isian"),
                        Map.entry(FormSchema.option("x", "ya"), "Ya, benar"),
                        Map.entry(FormSchema.option("x", "tidak"), "tidak"),
                        Map.entry("y", "Nama"));
    }

    @Nested
    class Text {

        final FormSchema line = form(component("textfield", ""));
        final FormSchema lines = form(component("textarea", ""));

        @Test
        void storesTheSameNameForBothWaysOfWritingAnAccent() {
            accepts(line, "Jose\u0301", "Jos\u00e9");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u0085b", "a\ud800", "\udc00a", "a\nb", "a\u2028b"})
        void refusesWhatOneLineCannotHold(String hostile) {
            refuses(line, hostile, "tulis dalam satu baris, tanpa karakter khusus.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\ud800", "\udc00a"})
        void refusesWhatTheDatabaseCannotHold(String hostile) {
            refuses(lines, hostile, "memuat karakter yang tidak dapat disimpan; ketik ulang.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "${7*7}",
                    "#{7*7}",
                    "<script>alert(1)</script>",
                    "'; DROP TABLE x; --",
                    "=cmd|' /C calc'!A0",
                    "👩‍👩‍👧",
                    "%_\\",
                    "a\tb"
                })
        void keepsStrangeButHarmlessTextAsItIs(String strange) {
            accepts(line, strange, strange);
            accepts(lines, strange, strange);
        }

        @Test
        void keepsLinesOfALongTextAndWritesTheirEndsAlike() {
            accepts(lines, "satu\r\ndua\rtiga\n", "satu\ndua\ntiga\n");
        }

        @Test
        void refusesMoreThanTheEngineCanStore() {
            accepts(lines, "a".repeat(4000), "a".repeat(4000));
            refuses(lines, "a".repeat(4001), "terlalu panjang, paling banyak 4000 karakter.");
            refuses(line, "a".repeat(1_000_000), "terlalu panjang, paling banyak 4000 karakter.");
            refuses(line, " ".repeat(1_000_000), "terlalu panjang, paling banyak 4000 karakter.");
        }

        @Test
        void refusesTextThatGrowsTooLongInItsNormalForm() {
            refuses(line, "\u0958".repeat(4000), "terlalu panjang, paling banyak 4000 karakter.");
        }

        @Test
        void countsLengthWithoutBlanksAtTheEnds() {
            FormSchema form = form(component("textfield", "'validate':{'minLength':3,'maxLength':5}"));
            accepts(form, " abcde ", " abcde ");
            refuses(form, " ab ", "isi paling sedikit 3 karakter.");
            refuses(form, "abcdef", "terlalu panjang, paling banyak 5 karakter.");
        }

        @Test
        void looksForThePatternAnywhereLikeTheBrowser() {
            FormSchema form = form(component("textfield", "'validate':{'pattern':'[0-9]{16}'}"));
            accepts(form, "NIK 1234567890123456", "NIK 1234567890123456");
            refuses(form, "123", "bentuk isian tidak sesuai; lihat petunjuk pada isian.");
        }

        @Test
        void asksForAnEmailOrAPhoneNumberWhereTheFormDoes() {
            refuses(
                    form(component("textfield", "'validate':{'validationType':'email'}")),
                    "a@b",
                    "tulis alamat surel yang lengkap, misalnya nama@contoh.id.");
            refuses(
                    form(component("textfield", "'validate':{'validationType':'phone'}")),
                    "0812",
                    "tulis nomor telepon dengan kode negara, misalnya +62 812 3456 7890.");
            accepts(
                    form(component("textfield", "'validate':{'validationType':'phone'}")),
                    "+62 812 3456 7890",
                    "+62 812 3456 7890");
        }

        @Test
        void refusesOtherTypes() {
            refuses(line, 7, "harus berupa teks.");
            refuses(line, List.of("a"), "harus berupa teks.");
            refuses(line, Map.of("a", 1), "harus berupa teks.");
        }
    }

    @Nested
    class Numbers {

        @Test
        void takesWholeNumbersOfAnyWidthThatFit() {
            FormSchema form = form(component("number", "'validate':{'min':0,'max':120}"));
            accepts(form, 17, 17);
            accepts(form, 17L, 17);
            accepts(form, 17.0, 17);
            refuses(form, -1, "paling sedikit 0.");
            refuses(form, 121, "paling banyak 120.");
            refuses(form, 1.5, "isi dengan bilangan bulat.");
            refuses(form, "17", "harus berupa angka.");
            refuses(form, true, "harus berupa angka.");
            refuses(form, Double.NaN, "harus berupa angka.");
            refuses(form, Double.POSITIVE_INFINITY, "harus berupa angka.");
        }

        @Test
        void refusesWhatAnIntegerVariableCannotHold() {
            refuses(form(component("number", "")), 1L << 40, "angka terlalu besar.");
            refuses(form(component("number", "")), 1e300, "angka terlalu besar.");
        }

        @Test
        void takesDecimalsOnlyAsFarAsTheFormAllows() {
            FormSchema form = form(component("number", "'decimalDigits':2"));
            accepts(form, 1.25, 1.25);
            accepts(form, 3, 3.0);
            refuses(form, 1.255, "paling banyak 2 angka di belakang koma.");
        }

        @Test
        void keepsTheStepOfTheForm() {
            FormSchema form = form(component("number", "'increment':'5'"));
            accepts(form, 15, 15);
            refuses(form, 16, "isi dengan kelipatan 5.");
        }
    }

    @Nested
    class Choices {

        private static final String VALUES = "'values':[{'label':'Ya','value':'ya'},{'label':'Tidak','value':'tidak'}]";

        @ParameterizedTest
        @ValueSource(strings = {"radio", "select"})
        void takesOneOfTheOptions(String type) {
            FormSchema form = form(component(type, VALUES));
            accepts(form, "ya", "ya");
            accepts(form, null, null);
            refuses(form, "Ya", "pilih salah satu jawaban yang tersedia.");
            refuses(form, true, "harus berupa teks.");
            refuses(form(component(type, VALUES + ",'validate':{'required':true}")), "", "wajib dipilih.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"checklist", "taglist"})
        void takesAListOfDistinctOptions(String type) {
            FormSchema form = form(component(type, VALUES));
            accepts(form, List.of("tidak", "ya"), List.of("tidak", "ya"));
            accepts(form, List.of(), null);
            refuses(form, List.of("ya", "ya"), "satu pilihan tidak boleh disebut dua kali.");
            refuses(form, List.of("ya", "lain"), "pilih hanya dari jawaban yang tersedia.");
            refuses(form, Arrays.asList("ya", null), "pilih hanya dari jawaban yang tersedia.");
            refuses(form, List.of(List.of("ya")), "pilih hanya dari jawaban yang tersedia.");
            refuses(form, "ya", "harus berupa daftar pilihan.");
            refuses(
                    form(component(type, VALUES + ",'validate':{'required':true}")),
                    List.of(),
                    "pilih paling sedikit satu.");
        }

        @Test
        void takesACheckboxAsBooleanAndAnUntouchedOneAsFalse() {
            FormSchema form = form(component("checkbox", ""));
            accepts(form, true, true);
            refuses(form, "true", "harus dicentang atau dikosongkan.");
            assertThat(form.check(Map.of(), Map.of()).values()).containsEntry("x", false);
            refuses(form(component("checkbox", "'validate':{'required':true}")), false, "wajib dicentang.");
        }
    }

    @Nested
    class ListsOfOurs {

        final FormSchema form = form(component("select", "'valuesKey':'pilihanDaerahTujuan'"));
        final Map<String, Object> known = Map.of(
                "pilihanDaerahTujuan",
                List.of(Map.of("label", "Kota Manado", "value", "manado"), Map.of("label", "Tanpa nilai")));

        @Test
        void takesWhatTheListOffersAndNothingElse() {
            assertThat(form.variables()).contains("pilihanDaerahTujuan");
            assertThat(form.validate(x("manado"), known)).isEmpty();
            assertThat(form.validate(x("mars"), known))
                    .extracting(FieldError::sentence)
                    .containsExactly("Isian: pilih salah satu jawaban yang tersedia.");
        }

        @Test
        void takesNothingWithoutTheList() {
            refuses(form, "manado", "pilih salah satu jawaban yang tersedia.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"'valuesKey':'pilihanDaerahTujuan','values':[{'value':'ya'}]", "'valuesKey':'daftarLain'"})
        void areNoWayAroundWrittenOptions(String more) {
            assertThatThrownBy(() -> form(component("select", more))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Dates {

        @ParameterizedTest
        @CsvSource({
            "date, 2028-02-29",
            "time, 23:59",
            "time, 09:30+08:00",
            "time, 09:30Z",
            "datetime, 2026-08-17T09:30",
            "datetime, 2026-08-17T09:30+08:00",
            "datetime, 2026-08-17T09:30:00Z"
        })
        void takesIsoText(String subtype, String value) {
            accepts(form(component("datetime", "'subtype':'" + subtype + "'")), value, value);
        }

        @ParameterizedTest
        @CsvSource({
            "date, 2026-02-29, isi tanggal yang benar.",
            "date, 2026-13-01, isi tanggal yang benar.",
            "date, 17/08/2026, isi tanggal yang benar.",
            "date, 2026-08-17T09:30, isi tanggal yang benar.",
            "date, +12026-08-17, isi tanggal yang benar.",
            "time, 24:30, isi jam yang benar.",
            "time, 9:30, isi jam yang benar.",
            "datetime, 2026-08-17, isi tanggal dan jam yang benar.",
            "datetime, 2026-08-17T09:30[Asia/Jakarta], isi tanggal dan jam yang benar.",
            "datetime, 2026-08-17T09:61, isi tanggal dan jam yang benar."
        })
        void refusesWhatIsNoDate(String subtype, String value, String message) {
            refuses(form(component("datetime", "'subtype':'" + subtype + "'")), value, message);
        }

        @Test
        void refusesAJavaDateAndAPassedDay() {
            FormSchema form = form(component("datetime", "'subtype':'date','disallowPassedDates':true"));
            accepts(form, "2026-08-17", "2026-08-17");
            refuses(form, "2026-08-16", "tanggal tidak boleh sudah lewat.");
            refuses(form, new Date(), "harus berupa teks.");
        }
    }

    @Nested
    class Visibility {

        final FormSchema chain = form(
                "{'type':'radio','key':'a','label':'A','values':[{'value':'ya'},{'value':'tidak'}]}",
                "{'type':'radio','key':'b','label':'B','values':[{'value':'ya'}],'conditional':{'hide':'=a != \"ya\"'},'validate':{'required':true}}"
                        .replace("\"", "\\\""),
                "{'type':'group','components':[{'type':'textfield','key':'c','label':'C','validate':{'required':true}}],'conditional':{'hide':'=b = null'}}",
                "{'type':'number','key':'d','label':'D','conditional':{'hide':'=usia >= 18'}}");

        @Test
        void asksForARequiredFieldOnlyWhereItIsShown() {
            assertThat(sentences(chain, Map.of("a", "tidak"))).isEmpty();
            assertThat(sentences(chain, Map.of("a", "ya"))).containsExactly("B: wajib dipilih.");
            assertThat(sentences(chain, Map.of("a", "ya", "b", "ya"))).containsExactly("C: wajib diisi.");
        }

        @Test
        void refusesAValueInAHiddenFieldAndInOneHiddenByIt() {
            assertThat(sentences(chain, Map.of("a", "tidak", "b", "ya", "c", "hai")))
                    .containsExactly(
                            "B: tidak berlaku untuk jawaban Anda yang lain; kosongkan.",
                            "C: tidak berlaku untuk jawaban Anda yang lain; kosongkan.");
        }

        @Test
        void acceptsAnEmptyHiddenFieldWithoutStoringIt() {
            Map<String, Object> submitted = new HashMap<>(Map.of("a", "tidak"));
            submitted.put("b", null);
            FormSchema.Checked checked = chain.check(submitted, Map.of());
            assertThat(checked.errors()).isEmpty();
            assertThat(checked.values()).doesNotContainKeys("b", "c");
        }

        @Test
        void tellsAnEmptyTextFromNoAnswerLikeTheBrowser() {
            FormSchema form = form(
                    "{'type':'textfield','key':'teks'}",
                    "{'type':'number','key':'p','conditional':{'hide':'=teks = \\\"\\\"'}}",
                    "{'type':'number','key':'q','conditional':{'hide':'=teks = null'}}");
            assertThat(form.check(Map.of(), Map.of()).values()).containsOnlyKeys("teks", "q");
        }

        @Test
        void readsWhatTheCaseAlreadyKnows() {
            assertThat(chain.validate(Map.of("d", 1), Map.of("usia", 30))).hasSize(1);
            assertThat(chain.validate(Map.of("d", 1), Map.of("usia", 12))).isEmpty();
            assertThat(chain.validate(Map.of("d", 1), Map.of())).isEmpty();
            assertThat(chain.variables()).contains("usia", "a", "b", "c", "d");
        }

        @Test
        void doesNotLetAKnownValueOfAHiddenFieldCount() {
            assertThat(chain.validate(Map.of("a", "tidak"), Map.of("b", "ya"))).isEmpty();
        }

        @Test
        void showsAFieldWhoseConditionCannotBeRead() {
            FormSchema form = form("{'type':'textfield','key':'x','label':'X','conditional':{'hide':'=((('}}");
            accepts(form, "hai", "hai");
        }

        @Test
        void endsForConditionsThatContradictEachOther() {
            FormSchema form = form(
                    "{'type':'textfield','key':'p','label':'P','conditional':{'hide':'=q != null'}}",
                    "{'type':'textfield','key':'q','label':'Q','conditional':{'hide':'=p != null'}}");
            assertThat(form.validate(Map.of("p", "1", "q", "1"), Map.of())).isNotNull();
        }
    }

    @Nested
    class Submission {

        @Test
        void refusesAFieldTheFormDoesNotHave() {
            assertThat(sentences(form(component("textfield", "")), Map.of("tingkatRisiko", "RENDAH")))
                    .containsExactly("tingkatRisiko: isian ini tidak ada pada formulir; hapus dari kiriman.");
        }

        @Test
        void repeatsOnlyAShortPartOfAHostileFieldName() {
            String sentence = sentences(form(component("textfield", "")), Map.of("a\r\nb<" + "x".repeat(500), 1))
                    .get(0);
            assertThat(sentence).startsWith("a??b?xx").hasSizeLessThan(130);
        }

        @Test
        void storesNullForAnOptionalFieldLeftEmptyButKeepsWhatWasKnown() {
            FormSchema form = form(component("textfield", ""));
            assertThat(form.check(Map.of(), Map.of()).values()).containsEntry("x", null);
            assertThat(form.check(Map.of(), Map.of("x", "dulu")).values()).isEmpty();
            assertThat(form.check(x(""), Map.of("x", "dulu")).values()).containsEntry("x", null);
        }

        @Test
        void doesNotTakeBlanksForAnAnswer() {
            refuses(form(component("textarea", "'validate':{'required':true}")), "  \n ", "wajib diisi.");
            assertThat(sentences(form(component("textfield", "'validate':{'required':true}")), Map.of()))
                    .containsExactly("Isian: wajib diisi.");
        }

        @Test
        void takesAReadonlyFieldOnlyUnchanged() {
            FormSchema form = form(component("textfield", "'readonly':true"));
            assertThat(form.validate(x("sama"), Map.of("x", "sama"))).isEmpty();
            assertThat(form.validate(x("lain"), Map.of("x", "sama"))).hasSize(1);
            refuses(form, "baru", "tidak dapat diubah di langkah ini.");
            accepts(form(component("textfield", "'readonly':true,'defaultValue':'awal'")), "awal", "awal");
        }

        @Test
        void neverStoresADisabledField() {
            FormSchema form = form(component("textfield", "'disabled':true,'validate':{'required':true}"));
            assertThat(form.check(Map.of(), Map.of()).values()).isEmpty();
            refuses(form, "baru", "tidak dapat diubah di langkah ini.");
        }

        @Test
        void namesEveryFieldAtOnce() {
            FormSchema form = form(
                    "{'type':'textfield','key':'nama','label':'Nama korban *','validate':{'required':true}}",
                    "{'type':'number','key':'usia','label':'Usia','validate':{'max':120}}");
            assertThat(sentences(form, Map.of("usia", 300)))
                    .containsExactly("Nama korban: wajib diisi.", "Usia: paling banyak 120.");
        }
    }

    @Nested
    class Parsing {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "[]",
                    "null",
                    "{}",
                    "{'components':{}}",
                    "{'id':1,'id':2,'components':[]}",
                    "{'components':[{'type':'html','key':'x'}]}",
                    "{'components':[{'type':'filepicker','key':'x'}]}",
                    "{'components':[{'type':'dynamiclist','path':'x','components':[]}]}",
                    "{'components':[{'type':'textfield'}]}",
                    "{'components':[{'type':'textfield','key':'a.b'}]}",
                    "{'components':[{'type':'radio','key':'x','valuesKey':'y'}]}",
                    "{'components':[{'type':'textfield','key':'x'},{'type':'group','components':[{'type':'number','key':'x'}]}]}",
                    "{'components':[{'type':'textfield','key':'x','validate':{'pattern':'('}}]}",
                    "{'components':[{'type':'number','key':'x','validate':{'min':'=a'}}]}"
                })
        void refusesWhatItCouldNotCheck(String json) {
            assertThatThrownBy(() -> FormSchema.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(".");
        }

        @Test
        void refusesAFormThatIsTooLargeOrTooDeep() {
            assertThatThrownBy(() -> FormSchema.parse(new byte[(1 << 20) + 1]))
                    .isInstanceOf(IllegalArgumentException.class);
            String deep = "{\"type\":\"group\",\"components\":[".repeat(10_000);
            assertThatThrownBy(() -> FormSchema.parse(("{\"components\":[" + deep).getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class);
            String groups = "{\"type\":\"group\",\"components\":[".repeat(40) + "]}".repeat(40);
            assertThatThrownBy(() ->
                            FormSchema.parse(("{\"components\":[" + groups + "]}").getBytes(StandardCharsets.UTF_8)))
                    .hasMessageContaining("bertingkat");
        }

        @Test
        void readsKeysThroughGroupsAndSkipsWhatHasNoAnswer() {
            FormSchema form = form(
                    "{'type':'text','text':'# Judul'}",
                    "{'type':'separator'}",
                    "{'type':'group','components':[{'type':'spacer'},{'type':'textfield','key':'a'}]}");
            assertThat(form.id()).isEqualTo("uji");
            assertThat(form.keys()).containsExactly("a");
        }
    }
}
