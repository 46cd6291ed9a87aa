package fr.cadran.centres.quarterlydata.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FormSheetTest {
  @Test
  void files_show_every_figure_of_the_grid_with_its_kind() {
    QuarterlyContent full = RandomContents.full();
    FormRows rows = new FormRows(full);
    Map<String, FormField.Type> shown = new TreeMap<>();
    for (FormSheet sheet : FormSheet.ALL) {
      for (FormRows.Row row : rows.rows(sheet.layout())) {
        for (FormField field : sheet.fields()) {
          if (field.type() == FormField.Type.COUNT || field.type() == FormField.Type.NUMBER) {
            shown.put(row.path(field), field.type());
          }
        }
      }
    }
    Map<String, FormField.Type> figures = new TreeMap<>();
    for (Figure figure : Figures.of(full)) {
      boolean count = figure.kind() == FigureKind.COUNT || figure.kind() == FigureKind.ROOMS;
      figures.put(figure.path(), count ? FormField.Type.COUNT : FormField.Type.NUMBER);
    }
    assertThat(shown).isEqualTo(figures).hasSizeGreaterThan(100);
  }

  @Test
  void the_pointers_of_files_are_those_of_the_checks() {
    QuarterlyContent full = RandomContents.full();
    FormRows rows = new FormRows(full);
    Set<String> pointers =
        FormSheet.ALL.stream()
            .flatMap(sheet ->
                rows.rows(sheet.layout()).stream()
                    .flatMap(row -> sheet.fields().stream().map(row::pointer)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(pointers).containsAll(Figures.of(full).stream().map(Figure::pointer).toList());
    assertThat(pointers)
        .contains(
            "/openingHours/monday/afternoon/start",
            "/finance/purchases/basis",
            "/activity/0/specialty");
  }

  @RepeatedTest(20)
  void random_contents_are_contents_that_can_be_stored(RepetitionInfo repetition) {
    assertThat(
            ContentRules.errorsOf(
                RandomContents.of(repetition.getCurrentRepetition()),
                RandomContents.LABELS.keySet()))
        .isEmpty();
  }
}
