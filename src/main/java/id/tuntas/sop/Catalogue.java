package id.tuntas.sop;

import java.util.Set;

/**
 * The names an SOP may refer to outside its own files.
 *
 * @param groups ids of the groups that work on cases (escalation ladders)
 * @param services keys of the MoU catalogue
 */
public record Catalogue(Set<String> groups, Set<String> services) {

    public Catalogue {
        groups = Set.copyOf(groups);
        services = Set.copyOf(services);
    }

    /** Groups and services as shipped. */
    public static Catalogue standard() {
        return new Catalogue(
                Vocabulary.words("petugas-pengaduan pendamping-ppa penyelia-kasus manajer-kasus kepala-uptd"
                        + " kepala-bidang-ppa kepala-dinas psikolog konselor-hukum peksos mediator petugas-rumah-aman"
                        + " petugas-data polres-ppa kejaksaan-negeri pengadilan-negeri bapas lpsk rsud-ppt puskesmas"
                        + " dinas-sosial sentra-kemensos kemenag dinas-pendidikan disdukcapil disnaker"
                        + " gugus-tugas-tppo bp3mi imigrasi camat desa-patbm tp-pkk lbh uptd-ppa-provinsi"
                        + " kemenpppa-sapa129"),
                Vocabulary.words("penerimaan-laporan penjangkauan pendampingan supervisi-kasus data-kasus"
                        + " manajemen-kasus persetujuan-pimpinan bantuan-hukum pekerjaan-sosial pemeriksaan-medis"
                        + " pelindungan-polisi pelindungan-saksi rumah-aman pemeriksaan-psikologis"
                        + " pembimbingan-anak mediasi restitusi dokumen-kependudukan pendidikan"
                        + " pemulihan-kesehatan pemulihan-psikologis rehabilitasi-sosial bimbingan-rohani"
                        + " pemberdayaan-ekonomi salinan-putusan pemulangan penerimaan-desa penanganan-tppo"
                        + " pelindungan-migran koordinasi-wilayah"));
    }
}
