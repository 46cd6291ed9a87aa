package fr.cadran.centres.quarterlydata.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Contents with something in them that the rules refuse, or may refuse. */
public final class ContentFaults {
  private ContentFaults() {}

  private record Leaf(ObjectNode parent, String name) {}

  /** The content with up to three fields that are impossible; the same ones for the same seed. */
  public static QuarterlyContent in(QuarterlyContent content, long seed, ObjectMapper json) {
    ObjectNode root = json.valueToTree(content);
    List<Leaf> leaves = new ArrayList<>();
    collect(root, leaves);
    Random random = new Random(seed);
    for (int i = 0; i < 3 && !leaves.isEmpty(); i++) {
      spoil(leaves.get(random.nextInt(leaves.size())), random);
    }
    try {
      return json.treeToValue(root, QuarterlyContent.class);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void collect(JsonNode node, List<Leaf> leaves) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(field -> {
            if (field.getValue().isValueNode()) {
              leaves.add(new Leaf(object, field.getKey()));
            }
          });
    }
    node.forEach(child -> collect(child, leaves));
  }

  private static void spoil(Leaf leaf, Random random) {
    JsonNode value = leaf.parent().get(leaf.name());
    boolean once = random.nextBoolean();
    if (value.isIntegralNumber()) {
      leaf.parent().put(leaf.name(), once ? -7L : 1_000_000_000_000L);
    } else if (value.isNumber()) {
      leaf.parent().put(leaf.name(), new BigDecimal(once ? "-0.5" : "0.12345678901"));
    } else if (leaf.name().equals("specialty")) {
      leaf.parent().put(leaf.name(), "ASTROLOGIE");
    } else if (leaf.name().equals("practitioner")) {
      leaf.parent().put(leaf.name(), "Mme Martin");
    } else if (leaf.name().equals("start") || leaf.name().equals("end")) {
      leaf.parent().put(leaf.name(), once ? "8h30" : "00:00");
    }
  }
}
