public import Database
public import Domain

/// Why an attempt failed.
public struct JobFailure: Hashable, Sendable {
    public enum Reason: String, Sendable, CaseIterable, ValueConvertible {
        /// The handler threw.
        case thrown
        /// The handler threw `FinalFailure`: another attempt would fail as well.
        case final
        /// No handler knows this kind of job.
        case unknownKind = "unknown-kind"
        /// The payload is not what the handler reads.
        case unreadablePayload = "unreadable-payload"
        /// Its process ended, or was out of touch for longer than the lease.
        case leaseExpired = "lease-expired"
    }

    public let reason: Reason
    /// What the program said, without personal data; 500 characters at most.
    public let text: String

    init(_ reason: Reason, _ text: String) { (self.reason, self.text) = (reason, text) }

    /// Of the columns of a job; nil where it has not failed.
    init?(reason: Reason?, text: String?) {
        guard let reason else { return nil }
        self.init(reason, text ?? "")
    }

    /// Of what a handler threw.
    init(_ error: any Error) {
        self.init(error is FinalFailure ? .final : .thrown, Domain.loggableText(of: error))
    }

    /// Whether another attempt may do better.
    var isRetriable: Bool {
        switch reason {
        case .thrown, .leaseExpired: true
        case .final, .unknownKind, .unreadablePayload: false
        }
    }

    /// For a person who looks at dead letters; `text` says more.
    public var phrase: Phrase {
        switch reason {
        case .thrown:
            Phrase(
                en: "The job failed every time.", pl: "Zadanie za każdym razem kończyło się błędem.",
                ru: "Задача каждый раз завершалась ошибкой.")
        case .final:
            Phrase(
                en: "The job cannot be done, and trying again would not help.",
                pl: "Zadania nie da się wykonać, a ponawianie nic by nie zmieniło.",
                ru: "Задачу выполнить нельзя, и повторные попытки не помогут.")
        case .unknownKind:
            Phrase(
                en: "This version of Perennial does not know this kind of job.",
                pl: "Ta wersja Perennial nie zna zadań tego rodzaju.",
                ru: "Эта версия Perennial не знает задач такого вида.")
        case .unreadablePayload:
            Phrase(
                en: "This version of Perennial cannot read what the job was given.",
                pl: "Ta wersja Perennial nie potrafi odczytać danych zadania.",
                ru: "Эта версия Perennial не может прочитать данные задачи.")
        case .leaseExpired:
            Phrase(
                en: "The program ended in the middle of the job every time, or was out of touch for too long.",
                pl:
                    "Program za każdym razem kończył działanie w trakcie zadania albo zbyt długo nie dawał znaku życia.",
                ru: "Программа каждый раз завершалась посреди задачи или слишком долго не подавала признаков жизни.")
        }
    }
}

/// Thrown by a handler whose job can never succeed: it becomes a dead letter at once.
public struct FinalFailure: LoggableError {
    public let loggableText: String

    /// - Parameter text: What is wrong, without personal data.
    public init(_ text: String) { loggableText = text }
}
