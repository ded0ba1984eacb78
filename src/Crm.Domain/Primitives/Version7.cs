using System.Buffers.Binary;
using System.Security.Cryptography;
using NodaTime;

namespace Crm.Domain.Primitives;

/// <summary>
/// Version-7 GUIDs (RFC 9562) from the injected clock. A 12-bit counter follows the milliseconds, and a clock that stands
/// still or jumps back continues from the last value, so ids are unique and ordered within one process.
/// </summary>
public static class Version7
{
    private const int CounterBits = 12;
    private const long LastMillisecond = (1L << 48) - 1;

    // Milliseconds and counter as one 60-bit number: the next id is simply at least the last one plus one.
    private static long s_last;

    /// <summary>Makes the next id.</summary>
    /// <param name="now">The current instant of the injected clock; not before 1970.</param>
    /// <returns>A version-7 GUID greater than every one made before in this process.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="now"/> is before 1970 or after the year 10889.</exception>
    public static Guid Create(Instant now)
    {
        var milliseconds = now.ToUnixTimeMilliseconds();
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds, nameof(now));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, LastMillisecond, nameof(now));

        var stamp = Next(milliseconds << CounterBits);
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (stamp >> CounterBits << 16) | 0x7000 | (stamp & 0xFFF));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static long Next(long atLeast)
    {
        while (true)
        {
            var last = Volatile.Read(ref s_last);
            var next = Math.Max(atLeast, last + 1);
            if (Interlocked.CompareExchange(ref s_last, next, last) == last)
            {
                return next;
            }
        }
    }
}
