package fr.cadran.kit.commune;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.cadran.kit.type.CommuneCode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The communes that exist, from the dated table shipped with the platform (COG 2026, package
 * {@code @etalab/decoupage-administratif} 6.0.0, open licence). Delegated and associated communes
 * are not in it: they are no longer communes.
 */
@Singleton
public class CommuneDirectory {
  private static final String TABLE = "communes-2026.csv";

  private final Map<CommuneCode, Commune> communes;

  CommuneDirectory() {
    this.communes = load();
  }

  /** The year of the COG that the table follows. */
  public int vintage() {
    return 2026;
  }

  /** The commune of a code, empty when no such commune exists in this vintage. */
  public Optional<Commune> find(CommuneCode code) {
    return Optional.ofNullable(communes.get(code));
  }

  private static Map<CommuneCode, Commune> load() {
    try (InputStream table =
            Objects.requireNonNull(CommuneDirectory.class.getResourceAsStream(TABLE), TABLE);
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return rows.stream()
          .map(CommuneDirectory::read)
          .collect(Collectors.toUnmodifiableMap(Commune::code, commune -> commune));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Commune read(NamedCsvRecord row) {
    String parent = row.getField("parent");
    String population = row.getField("population");
    @Nullable CommuneCode parentCode = parent.isEmpty() ? null : new CommuneCode(parent);
    @Nullable Integer inhabitants = population.isEmpty() ? null : Integer.valueOf(population);
    return new Commune(
        new CommuneCode(row.getField("code")),
        row.getField("name"),
        parentCode,
        row.getField("departement"),
        row.getField("region"),
        inhabitants);
  }
}
