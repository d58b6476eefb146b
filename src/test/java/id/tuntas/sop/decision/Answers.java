package id.tuntas.sop.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers of a case as the forms leave them in the process. */
final class Answers {

    static final List<String> RED = List.of(
            "seranganBerlangsung",
            "senjata",
            "dicekik",
            "lukaBerat",
            "disekap",
            "percobaanBunuhDiri",
            "anakBersamaPelaku",
            "perkosaan72Jam",
            "dikuasaiPelakuTppo");
    static final List<String> ORANGE = List.of(
            "ancamanBunuh",
            "pelakuTahuLaporan",
            "kekerasanBerulangMeningkat",
            "hamil",
            "pikiranBunuhDiri",
            "bergantungPadaPelaku");
    static final List<String> ELEMENTS = List.of(
            "unsurFisik",
            "unsurPsikis",
            "unsurSeksual",
            "unsurPenelantaran",
            "unsurEksploitasi",
            "unsurKdrt",
            "unsurTppo",
            "unsurDaring");

    private Answers() {}

    /** An adult who asks for advice about something long past: no trigger, no points. */
    static Map<String, Object> calm() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("bahayaSaatIni", "tidak");
        RED.forEach(question -> answers.put(question, "tidak"));
        ORANGE.forEach(question -> answers.put(question, "tidak"));
        ELEMENTS.forEach(element -> answers.put(element, false));
        answers.put("korbanUsia", 30);
        answers.put("rentangKejadian", "lebih-30-hari");
        answers.put("terlaporHubungan", "tetangga");
        answers.put("penyandangDisabilitas", "tidak");
        answers.put("jenisKasus", "ktp");
        return answers;
    }

    /** The calm case with some answers changed: key, value, key, value … */
    static Map<String, Object> calmBut(Object... changes) {
        var answers = calm();
        answers.putAll(of(changes));
        return answers;
    }

    /** A case that may be mediated, with some answers changed. */
    static Map<String, Object> mediableBut(Object... changes) {
        var answers = of("unsurSeksual", false, "unsurTppo", false, "jenisKasus", "ktp", "tingkatRisiko", "SEDANG");
        answers.putAll(of("korbanMintaMediasi", "ya", "jenisSengketa", "perdata"));
        answers.putAll(of(changes));
        return answers;
    }

    static Map<String, Object> of(Object... pairs) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put((String) pairs[i], pairs[i + 1]);
        }
        return answers;
    }
}
