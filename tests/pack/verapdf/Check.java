import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Asks veraPDF about files: java -cp JAR Check.java PROFILE FILE [PROFILE FILE]...
 *
 * PROFILE is ua1, 2a or 3a. Each is a line: profile and file as given, how many checks were made,
 * and the rules that the file breaks.
 */
public class Check {
    static final Map<String, String> PROFILES =
            Map.of("ua1", "PDFUA-1.xml", "2a", "PDFA-2A.xml", "3a", "PDFA-3A.xml");

    public static void main(String[] given) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> known = new HashMap<>();
        for (int n = 0; n < given.length; n += 2) {
            if (!known.containsKey(given[n])) {
                known.put(given[n], profile(PROFILES.get(given[n])));
            }
            String told = told(Path.of(given[n + 1]), known.get(given[n]));
            System.out.println(given[n] + "\t" + given[n + 1] + "\t" + told);
        }
    }

    static String told(Path file, ValidationProfile profile) throws Exception {
        try (InputStream stream = Files.newInputStream(file);
                PDFAParser parser =
                        Foundries.defaultInstance().createParser(stream, profile.getPDFAFlavour());
                PDFAValidator validator =
                        Foundries.defaultInstance()
                                .createValidator(profile, 100, false, false, false)) {
            var result = validator.validate(parser);
            Set<String> broken = new TreeSet<>();
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() == TestAssertion.Status.FAILED) {
                    var rule = each.getRuleId();
                    broken.add(rule.getClause() + "-" + rule.getTestNumber());
                }
            }
            return result.getTotalAssertions() + "\t" + String.join(" ", broken);
        }
    }

    /** The jar can neither list its profiles nor read them: that needs what it does not hold. */
    static ValidationProfile profile(String name) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(Check.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name));
        Element root = document.getDocumentElement();
        PDFAFlavour flavour = PDFAFlavour.valueOf(root.getAttribute("flavour"));
        Set<Rule> rules = new HashSet<>();
        for (Element rule : inside(root, "rule")) {
            Element id = inside(rule, "id").get(0);
            Element error = inside(rule, "error").get(0);
            List<ErrorArgument> arguments = new ArrayList<>();
            List<Reference> references = new ArrayList<>();
            rules.add(Profiles.ruleFromValues(
                    Profiles.ruleIdFromValues(
                            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                            id.getAttribute("clause"),
                            Integer.parseInt(id.getAttribute("testNumber"))),
                    rule.getAttribute("object"),
                    rule.hasAttribute("deferred") ? rule.getAttribute("deferred").equals("true") : null,
                    rule.getAttribute("tags"),
                    text(rule, "description"),
                    text(rule, "test"),
                    Profiles.errorFromValues(text(error, "message"), arguments),
                    references));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element each : inside(root, "variable")) {
            variables.add(Profiles.variableFromValues(
                    each.getAttribute("name"), each.getAttribute("object"),
                    text(each, "defaultValue"), text(each, "value")));
        }
        var details = Profiles.profileDetailsFromValues(name, name, "veraPDF", new java.util.Date(0));
        return Profiles.profileFromValues(flavour, details, "", rules, variables);
    }

    static List<Element> inside(Element around, String name) {
        NodeList found = around.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int n = 0; n < found.getLength(); n++) {
            elements.add((Element) found.item(n));
        }
        return elements;
    }

    static String text(Element around, String name) {
        List<Element> found = inside(around, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
