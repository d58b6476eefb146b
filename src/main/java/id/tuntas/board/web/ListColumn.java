package id.tuntas.board.web;

import id.tuntas.export.Kind;

/** Columns of a list of clocks as a file, in their order; each is called {@code unduh.k.} and its name in the messages. */
enum ListColumn {
    KASUS(Kind.TEXT),
    LANGKAH(Kind.TEXT),
    JENIS(Kind.TEXT),
    TAHAP(Kind.TEXT),
    LEMBAGA(Kind.TEXT),
    DAERAH(Kind.TEXT),
    RISIKO(Kind.TEXT),
    PEMEGANG(Kind.TEXT),
    KELOMPOK(Kind.TEXT),
    KEADAAN(Kind.TEXT),
    DIBUKA(Kind.MOMENT),
    DIAMBIL(Kind.MOMENT),
    DIINGATKAN(Kind.MOMENT),
    TENGGAT(Kind.MOMENT),
    TERCATAT(Kind.MOMENT),
    SELESAI(Kind.MOMENT),
    TANGGA(Kind.TEXT),
    JATAH(Kind.DECIMAL),
    TERPAKAI(Kind.DECIMAL),
    TERLAMBAT(Kind.DECIMAL),
    SISA(Kind.DECIMAL),
    SATUAN(Kind.TEXT),
    DIJEDA(Kind.HOURS),
    HUKUM(Kind.TEXT),
    MELANGGAR(Kind.MOMENT),
    SOP(Kind.TEXT),
    VERSI(Kind.NUMBER),
    ZONA(Kind.TEXT),
    ID(Kind.TEXT);

    private final Kind kind;

    ListColumn(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
