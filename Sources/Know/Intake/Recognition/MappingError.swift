public import Domain

/// What is wrong with a mapping file or with an option that says how to read a file.
public enum MappingError: Error, Equatable, Sendable {
    case notJSON
    /// The key whose value is text where an object is due, or the like.
    case wrongType(String)
    case unknownKey(String, in: String, known: [String])
    case unknownValue(String, for: String, known: [String])
    case unreadableValue(String, for: String, example: String)
    case noEqualsSign(String, option: String)

    /// What happened and what to write instead.
    public func message(in language: Language) -> String {
        switch (self, language) {
        case (.notJSON, .english): "The mapping is not valid JSON."
        case (.notJSON, .polish): "Mapowanie nie jest poprawnym plikiem JSON."
        case (.notJSON, .russian): "Файл соответствий не является правильным JSON."
        case (.wrongType(let key), .english): "The mapping's value of “\(key)” has the wrong type."
        case (.wrongType(let key), .polish): "Wartość „\(key)” w mapowaniu ma niewłaściwy typ."
        case (.wrongType(let key), .russian): "Значение «\(key)» в файле соответствий неверного типа."
        case (.unknownKey(let key, let place, let known), .english):
            "“\(key)” is not known in \(place). Known are: \(known.joined(separator: ", "))."
        case (.unknownKey(let key, let place, let known), .polish):
            "„\(key)” nie jest znane w \(place). Znane są: \(known.joined(separator: ", "))."
        case (.unknownKey(let key, let place, let known), .russian):
            "«\(key)» неизвестно в \(place). Известны: \(known.joined(separator: ", "))."
        case (.unknownValue(let value, let key, let known), .english):
            "“\(value)” is no value for “\(key)”. Use one of: \(known.joined(separator: ", "))."
        case (.unknownValue(let value, let key, let known), .polish):
            "„\(value)” nie jest wartością dla „\(key)”. Użyj jednej z: \(known.joined(separator: ", "))."
        case (.unknownValue(let value, let key, let known), .russian):
            "«\(value)» не подходит для «\(key)». Используйте одно из: \(known.joined(separator: ", "))."
        case (.unreadableValue(let value, let key, let example), .english):
            "“\(value)” is no value for “\(key)”. Write it such as \(example)."
        case (.unreadableValue(let value, let key, let example), .polish):
            "„\(value)” nie jest wartością dla „\(key)”. Zapisz na przykład \(example)."
        case (.unreadableValue(let value, let key, let example), .russian):
            "«\(value)» не подходит для «\(key)». Пишите, например, \(example)."
        case (.noEqualsSign(let argument, let option), .english):
            "\(option) takes NAME=VALUE, not “\(argument)”."
        case (.noEqualsSign(let argument, let option), .polish):
            "\(option) przyjmuje NAZWA=WARTOŚĆ, a nie „\(argument)”."
        case (.noEqualsSign(let argument, let option), .russian):
            "\(option) принимает ИМЯ=ЗНАЧЕНИЕ, а не «\(argument)»."
        }
    }
}
