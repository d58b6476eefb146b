package id.tuntas.board.web;

import id.tuntas.export.Kind;

/** Columns of a list of clocks as a file, in their order; each is called {@code unduh.k.} and its name in the messages. */
enum ListColumn {
    KASUS(18),
    LANGKAH(30),
    JENIS(9),
    TAHAP(16),
    LEMBAGA(40),
    DAERAH(26),
    RISIKO(10),
    PEMEGANG(18),
    KELOMPOK(20),
    KEADAAN(20),
    DIBUKA(Kind.MOMENT, 18),
    DIAMBIL(Kind.MOMENT, 18),
    DIINGATKAN(Kind.MOMENT, 18),
    TENGGAT(Kind.MOMENT, 18),
    TERCATAT(Kind.MOMENT, 18),
    SELESAI(Kind.MOMENT, 18),
    TANGGA(32),
    JATAH(Kind.DECIMAL, 10),
    TERPAKAI(Kind.DECIMAL, 10),
    TERLAMBAT(Kind.DECIMAL, 10),
    SISA(Kind.DECIMAL, 10),
    SATUAN(11),
    DIJEDA(Kind.HOURS, 12),
    HUKUM(10),
    MELANGGAR(Kind.MOMENT, 18),
    SOP(20),
    VERSI(Kind.NUMBER, 8),
    ZONA(16),
    ID(40);

    private final Kind kind;
    private final int width;

    ListColumn(Kind kind, int width) {
        this.kind = kind;
        this.width = width;
    }

    /** Of text. */
    ListColumn(int width) {
        this(Kind.TEXT, width);
    }

    Kind kind() {
        return kind;
    }

    /** In characters. */
    int width() {
        return width;
    }
}
