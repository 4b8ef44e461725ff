import Testing
@testable import Forecast
@Suite("x") struct XTests { }
