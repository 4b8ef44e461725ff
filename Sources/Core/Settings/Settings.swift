public import Domain
public import Foundation

/// How an installation of Perennial runs: one typed field a setting.
///
/// A field's initial value is the setting's default. `Setting.all` declares under which key each is written, what it may
/// be and what it means.
public struct Settings: Hashable, Sendable {
    /// Where everything is kept, and how it is asked.
    public struct Database: Hashable, Sendable {
        public var address = DatabaseAddress.sqlite(path: "perennial.db")
        /// At most so many at once; 1 to 1,000.
        public var connections = 8
        /// How long one statement may take; 1 second to 24 hours.
        public var statementTimeLimit = Duration.seconds(600)
    }

    /// Where pages and the API are served.
    public struct HTTP: Hashable, Sendable {
        /// An address or a name of this machine.
        public var host = "127.0.0.1"
        /// 0 to 65,535; with 0 the system chooses a free one.
        public var port = 8080
    }

    /// What is told while the program runs.
    public struct Log: Hashable, Sendable {
        public var level = LogLevel.info
        public var format = LogFormat.text
    }

    /// After how many days each class of data is removed; 1 to 36,500.
    public struct Retention: Hashable, Sendable {
        public var rejectedRowsDays = 90
        public var eventsDays = 1_825
        public var auditDays = 3_650
        public var doneJobsDays = 30
    }

    public var database = Database()
    public var http = HTTP()
    public var log = Log()
    /// The language of pages and texts for whoever has chosen none.
    public var language = Language.english
    /// Days and months are those of this zone.
    public var timeZone = TimeZone.gmt
    /// The base currency.
    public var currency = Currency.euro
    /// The name that the business gets when it is first made.
    public var business = "Perennial"
    /// Jobs at once; 1 to 256.
    public var workers = 2
    /// The key of suppression marks; nil where none is given.
    public var privacyKey: Secret?
    /// The folder that backups are written to.
    public var backupFolder = "backups"
    public var retention = Retention()

    /// The defaults.
    public init() {}
}

extension Currency {
    /// The text is a code: the other way is never taken.
    fileprivate static let euro = Currency("EUR") ?? .unknown
}
