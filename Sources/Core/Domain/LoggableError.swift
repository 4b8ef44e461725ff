/// An error whose text holds no personal data, so that it can be logged, kept and shown to an operator.
///
/// Of an error that does not promise this, `loggableText(of:)` tells its type alone.
public protocol LoggableError: Error {
    /// What happened; no names, addresses or texts of people.
    var loggableText: String { get }
}

/// What may be kept of any error: 500 characters at most, and none that an engine refuses.
public func loggableText(of error: any Error) -> String {
    let text = (error as? any LoggableError)?.loggableText ?? String(describing: type(of: error))
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" }.prefix(500)))
}
