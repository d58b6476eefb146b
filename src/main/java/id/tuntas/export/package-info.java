/**
 * Tables that leave as files: CSV and XLSX. Knows nothing of what stands in them, and is the one place where text that a
 * spreadsheet would calculate is made harmless ({@link id.tuntas.export.Cells}). Rows pass through one by one; no file is
 * ever in memory.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package id.tuntas.export;
