// The one file that knows which C library answers; the rest of the module calls these names and imports nothing.

#if canImport(Darwin)
    import Darwin

    @inline(__always) func exp(_ x: Double) -> Double { Darwin.exp(x) }
    @inline(__always) func expm1(_ x: Double) -> Double { Darwin.expm1(x) }
    @inline(__always) func log(_ x: Double) -> Double { Darwin.log(x) }
    @inline(__always) func log1p(_ x: Double) -> Double { Darwin.log1p(x) }
    @inline(__always) func pow(_ x: Double, _ y: Double) -> Double { Darwin.pow(x, y) }
    @inline(__always) func cos(_ x: Double) -> Double { Darwin.cos(x) }
    @inline(__always) func erfc(_ x: Double) -> Double { Darwin.erfc(x) }
#else
    import Glibc

    @inline(__always) func exp(_ x: Double) -> Double { Glibc.exp(x) }
    @inline(__always) func expm1(_ x: Double) -> Double { Glibc.expm1(x) }
    @inline(__always) func log(_ x: Double) -> Double { Glibc.log(x) }
    @inline(__always) func log1p(_ x: Double) -> Double { Glibc.log1p(x) }
    @inline(__always) func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
    @inline(__always) func cos(_ x: Double) -> Double { Glibc.cos(x) }
    @inline(__always) func erfc(_ x: Double) -> Double { Glibc.erfc(x) }
#endif
