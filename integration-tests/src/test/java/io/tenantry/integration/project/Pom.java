package io.tenantry.integration.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** One POM of the checkout, as it is written: nothing inherited, nothing interpolated. */
record Pom(Path directory, Document document) {
    static Pom in(Path directory) {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return new Pom(directory, builder.parse(directory.resolve("pom.xml").toFile()));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read the POM in " + directory, e);
        }
    }

    /** The nodes that an XPath finds, in document order. */
    List<Node> nodes(String path) {
        try {
            var found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength()).mapToObj(found::item).toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    List<String> texts(String path) {
        return nodes(path).stream().map(node -> node.getTextContent().strip()).toList();
    }

    /** The text of the only node that an XPath finds, or nothing. */
    String text(String path) {
        return String.join(" ", texts(path));
    }

    String artifactId() {
        return text("/project/artifactId");
    }

    boolean hasParent() {
        return !nodes("/project/parent").isEmpty();
    }

    /** Whether a consumer can depend on it: a jar that is deployed. */
    boolean isPublished() {
        return !text("/project/packaging").equals("pom")
                && !text("/project/properties/maven.deploy.skip").equals("true");
    }
}
