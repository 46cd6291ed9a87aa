package fr.cadran.centres.programme.rest;

import fr.cadran.centres.programme.domain.LevierCode;
import fr.cadran.centres.programme.domain.LevierStatus;
import fr.cadran.centres.programme.domain.ProgrammeRules;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Every levier that a centre retained. */
@Schema(name = "LevierStatusesWish")
record LevierStatusesRequest(
    @Schema(
            required = true,
            maxItems = 11,
            description =
                "Un levier absent n'est pas retenu. — A levier that is absent is not retained.")
        @Nullable List<@Nullable Wish> leviers) {

  /** One levier. */
  @Schema(name = "LevierStatusWish")
  record Wish(
      @Schema(required = true) @Nullable LevierCode levier,
      @Schema(required = true) @Nullable LevierStatus status,
      @Schema(examples = "2013-01-15") @Nullable LocalDate validatedOn,
      @Schema(examples = "2013-03-01") @Nullable LocalDate activatedOn) {}

  @Nullable List<ProgrammeRules.@Nullable LevierWish> toWishes() {
    return leviers == null
        ? null
        : leviers.stream()
            .<ProgrammeRules.@Nullable LevierWish>map(wish ->
                wish == null
                    ? null
                    : new ProgrammeRules.LevierWish(
                        wish.levier, wish.status, wish.validatedOn, wish.activatedOn))
            .toList();
  }
}
