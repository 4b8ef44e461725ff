import Database
import DatabaseTestSupport
import Domain
import TestSupport
import Testing

@testable import Timeline

@Suite("Events")
struct EventTests {
    struct Placed: Codable, Equatable { let order: Int64, note: String? }

    @Test("are there if and only if the change they tell of is", arguments: Engine.allCases)
    func transaction(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            await #expect(throws: CancellationError.self) {
                try await database.write { session in
                    try session.append(NewEvent("told", occurredAt: noon), at: noon)
                    throw CancellationError()
                }
            }
            let positions = try await database.positions()
            #expect(positions.isEmpty)
        }
    }

    @Test("come back as they were told", arguments: Engine.allCases)
    func roundTrip(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let placed = Placed(order: .max, note: "żółć \"quoted\" \\u0000 \n 🌱")
            let events = try await database.write { session in
                let customer = try session.customer()
                try session.append(
                    try NewEvent("order-placed", customerID: customer, occurredAt: noon, data: placed),
                    at: noon.advanced(by: .seconds(1)))
                return try session.events(ofCustomer: customer, limit: 10)
            }
            let event = try #require(events.first)
            #expect(events.count == 1)
            #expect(event.kind == "order-placed" && event.position == nil && !event.isHistorical)
            #expect(event.occurredAt == noon && event.recordedAt == noon.advanced(by: .seconds(1)))
            #expect(try event.decoded() == placed)
        }
    }

    @Test("of nobody and of a customer who is not there are told apart", arguments: Engine.allCases)
    func customers(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            try await database.append(1...1)
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { session in
                    try session.append(NewEvent("told", customerID: 77, occurredAt: noon), at: noon)
                }
            }
            #expect(error?.reason == .foreignKey)
        }
    }

    @Test("with a text that no engine can hold are refused")
    func nul() {
        #expect(throws: DatabaseError.self) {
            try NewEvent("told", occurredAt: noon, data: Placed(order: 1, note: "\0"))
        }
        #expect(throws: DatabaseError.self) {
            try NewEvent("told", occurredAt: noon, data: Placed(order: 1, note: "\\\0"))
        }
    }

    @Test("of a customer come page by page, the last first", arguments: Engine.allCases)
    func pages(engine: Engine) async throws {
        try await TestDatabase.make(engine) { database in
            let pages = try await database.write { session in
                let (customer, other) = (try session.customer(), try session.customer())
                for number in 0..<10 {
                    // Several in one moment.
                    let time = noon.advanced(by: .seconds(number / 3))
                    try session.append(
                        try NewEvent("told", customerID: customer, occurredAt: time, data: number), at: noon)
                    try session.append(try NewEvent("told", customerID: other, occurredAt: time, data: -1), at: noon)
                }
                var pages = [try session.events(ofCustomer: customer, limit: 4)]
                while let last = pages.last?.last {
                    pages.append(try session.events(ofCustomer: customer, earlierThan: last, limit: 4))
                }
                return pages.map { $0.map(\.data) }
            }
            #expect(pages == [["9", "8", "7", "6"], ["5", "4", "3", "2"], ["1", "0"], []])
        }
    }

    @Test("are found through an index by every statement", arguments: Engine.allCases)
    func plans(engine: Engine) async throws {
        let statements: [(SQL, [Value])] = [
            (TimelineSQL.hasUnplaced, []), (TimelineSQL.place, [.integer(0), .integer(10)]),
            (TimelineSQL.behind, [.integer(0), .integer(10)]),
            (TimelineSQL.ofCustomer, [.integer(1), .integer(0), .integer(0), .integer(10)]),
        ]
        try await TestDatabase.make(engine) { database in
            try await database.append(1...50)
            for (sql, values) in statements {
                let walks = try await database.write { try $0.walks(of: sql, values: values, over: ["event"]) }
                #expect(walks.isEmpty, "\(sql)")
            }
            // What the test would see.
            let walk = try await database.write {
                try $0.walks(of: "SELECT id FROM event WHERE recorded_at = $1", values: [.integer(1)], over: ["event"])
            }
            #expect(!walk.isEmpty)
        }
    }
}

extension Session {
    fileprivate func customer() throws -> Int64 {
        try #require(
            try value(
                "INSERT INTO customer (reference, created_at, updated_at) VALUES ('c', 0, 0) RETURNING id",
                as: Int64.self))
    }
}
