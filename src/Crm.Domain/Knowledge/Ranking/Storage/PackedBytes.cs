namespace Crm.Domain.Knowledge;

/// <summary>Whole numbers in as few bytes as they need, seven bits each, low ones first.</summary>
internal static class PackedBytes
{
    public static int Write(Span<byte> bytes, int at, uint value)
    {
        while (value >= 0x80)
        {
            bytes[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        bytes[at++] = (byte)value;
        return at;
    }

    public static int Size(uint value) => (System.Numerics.BitOperations.Log2(value | 1) / 7) + 1;

    public static void Write(List<byte> bytes, int value)
    {
        Span<byte> packed = stackalloc byte[5];
        var length = Write(packed, 0, (uint)value);
        for (var i = 0; i < length; i++)
        {
            bytes.Add(packed[i]);
        }
    }

    public static uint Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint value = bytes[at++];
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            uint next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>A number of stored bytes, which may be damaged.</summary>
    /// <exception cref="FormatException">The bytes end, or the number is too large.</exception>
    public static int ReadChecked(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (at >= bytes.Length)
            {
                break;
            }

            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value <= int.MaxValue ? (int)value : throw Damaged();
            }
        }

        throw Damaged();
    }

    public static FormatException Damaged() => new("The bytes are no term vector.");
}
