/// How a column's values come in binary.
enum ColumnKind: Equatable {
    case int2, int4, int8, oid, bool, float4, float8, text, json, jsonb, blob, numeric
    /// A type that is not read, by the number that the server gives it.
    case other(UInt32)

    /// By the object identifier of the type. Source: PostgreSQL's `pg_type.dat`.
    init(type: UInt32) {
        self =
            switch type {
            case 21: .int2
            case 23: .int4
            case 20: .int8
            case 26: .oid
            case 16: .bool
            case 700: .float4
            case 701: .float8
            // "char", name, text, unknown, character, character varying
            case 18, 19, 25, 705, 1042, 1043: .text
            case 114: .json
            case 3802: .jsonb
            case 17: .blob
            case 1700: .numeric
            default: .other(type)
            }
    }

    var name: String {
        switch self {
        case .int2, .int4, .int8, .oid: "an integer"
        case .bool: "a boolean"
        case .float4, .float8: "a real number"
        case .text: "text"
        case .json, .jsonb: "JSON"
        case .blob: "bytes"
        case .numeric: "a NUMERIC"
        case .other(let type): "a type of the server that is not read (OID \(type))"
        }
    }
}
