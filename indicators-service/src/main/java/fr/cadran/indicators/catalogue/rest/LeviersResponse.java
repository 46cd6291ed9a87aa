package fr.cadran.indicators.catalogue.rest;

import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.catalogue.domain.Levier;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The eleven leviers. */
@Schema(name = "Leviers", description = "Les onze leviers. — The eleven leviers.")
public record LeviersResponse(
    @Schema(required = true) List<Item> items,
    @Schema(
            required = true,
            nullable = true,
            description = "Toujours nul : la liste tient sur une page. — Always null: one page.")
        @Nullable String next) {

  /** One levier. */
  @Schema(name = "Levier")
  public record Item(
      @Schema(required = true, examples = "NON_VENUE") String code,
      @Schema(required = true, minimum = "1", maximum = "11") int number,
      @Schema(required = true) Label label,
      @Schema(
              required = true,
              nullable = true,
              description = "Onglet du classeur BAO. — Tab of the BAO workbook.")
          @Nullable Integer baoTab,
      @Schema(required = true, description = "Codes d'indicateurs. — Codes of indicators.")
          List<String> indicators) {}

  /** A text in both languages. */
  @Schema(name = "Label")
  public record Label(@Schema(required = true) String fr, @Schema(required = true) String en) {
    static Label of(fr.cadran.indicators.catalogue.domain.Label label) {
      return new Label(label.fr(), label.en());
    }
  }

  static LeviersResponse all() {
    return new LeviersResponse(
        Arrays.stream(Levier.values()).map(LeviersResponse::item).toList(), null);
  }

  private static Item item(Levier levier) {
    return new Item(
        levier.name(),
        levier.number(),
        Label.of(levier.label()),
        levier.baoTab().isPresent() ? levier.baoTab().getAsInt() : null,
        IndicatorCatalogue.definitions().stream()
            .filter(definition -> definition.levier() == levier)
            .map(IndicatorDefinition::code)
            .toList());
  }
}
