/// The orders of one window by their second; orders of the same second stay in the order they came in.
///
/// Two passes of eleven bits reach over the thirty days of a window.
func sortedByTime(_ orders: [GeneratedOrder], since begin: UInt32) -> [GeneratedOrder] {
    var source = orders
    var target = orders
    for shift: UInt32 in [0, 11] {
        var offsets = [Int](repeating: 0, count: 2_049)
        for order in source { offsets[Int(((order.second - begin) >> shift) & 2_047) + 1] += 1 }
        for bucket in 1..<offsets.count { offsets[bucket] += offsets[bucket - 1] }
        for order in source {
            let bucket = Int(((order.second - begin) >> shift) & 2_047)
            target[offsets[bucket]] = order
            offsets[bucket] += 1
        }
        swap(&source, &target)
    }
    return source
}
