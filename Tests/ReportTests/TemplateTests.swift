import Domain
import Foundation
import Testing

@testable import Report

/// Mustache renders a misspelt key as nothing, and looks a missing one up further out: both are caught here.
@Suite("Templates") struct TemplateTests {
    @Test("every key is a stored property of the model that it is asked of") func keys() throws {
        let page = PageBuilder(SampleShop.garden, language: .russian).page()
        var walk = TemplateWalk()
        walk.walk(try #require(PageTemplates.texts["page"]), stack: [page])
        #expect(walk.problems.isEmpty, "\(walk.problems.sorted().joined(separator: "\n"))")
        #expect(walk.visited == Set(PageTemplates.texts.keys).subtracting(["page"]))
    }
}

private struct TemplateWalk {
    var problems: Set<String> = []
    var visited: Set<String> = []

    mutating func walk(_ template: String, stack: [Any]) {
        var rest = Substring(template)
        while let open = rest.range(of: "{{") {
            rest = rest[open.upperBound...]
            let isRaw = rest.hasPrefix("{")
            guard let close = rest.range(of: isRaw ? "}}}" : "}}") else { return }
            let tag = rest[..<close.lowerBound].drop { $0 == "{" }
            rest = rest[close.upperBound...]
            switch tag.first {
            case ">": partial(String(tag.dropFirst()), stack: stack)
            case "#", "^":
                let key = String(tag.dropFirst())
                guard let end = Self.end(of: key, in: rest) else {
                    problems.insert("{{\(tag)}} has no end")
                    return
                }
                section(key, String(rest[..<end.lowerBound]), stack: stack)
                rest = rest[end.upperBound...]
            default: _ = value(String(tag), stack: stack)
            }
        }
    }

    /// Where the section of `key` ends; a section of the same name within it has its own end.
    private static func end(of key: String, in text: Substring) -> Range<Substring.Index>? {
        var depth = 1
        var rest = text
        while let close = rest.range(of: "{{/\(key)}}") {
            let opened = rest[..<close.lowerBound].components(separatedBy: "{{#\(key)}}").count - 1
            depth += opened - 1
            if depth == 0 { return close }
            rest = rest[close.upperBound...]
        }
        return nil
    }

    private mutating func partial(_ name: String, stack: [Any]) {
        guard let template = PageTemplates.texts[name] else {
            problems.insert("no template \(name)")
            return
        }
        visited.insert(name)
        walk(template, stack: stack)
    }

    private mutating func section(_ key: String, _ inner: String, stack: [Any]) {
        guard let value = value(key, stack: stack) else { return }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .collection: for child in mirror.children { walk(inner, stack: stack + [child.value]) }
        case .optional: if let child = mirror.children.first { walk(inner, stack: stack + [child.value]) }
        default: walk(inner, stack: value is Bool ? stack : stack + [value])
        }
    }

    /// The property of that name, which must be the innermost model's own, or there must be one such model alone.
    private mutating func value(_ key: String, stack: [Any]) -> Any? {
        if key == "." { return stack.last }
        let owners = stack.filter { model in Mirror(reflecting: model).children.contains { $0.label == key } }
        guard let owner = owners.last else {
            problems.insert("\(stack.map { "\(type(of: $0))" }.joined(separator: " → ")) has no \(key)")
            return nil
        }
        let found = Mirror(reflecting: owner).children.first { $0.label == key }
        let isOptional = found.map { Mirror(reflecting: $0.value).displayStyle == .optional } ?? false
        if owners.count > 1, isOptional { problems.insert("\(key) would be looked up further out when it is nil") }
        return found?.value
    }
}
