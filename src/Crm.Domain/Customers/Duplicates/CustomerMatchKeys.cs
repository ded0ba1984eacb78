using System.Buffers.Binary;

namespace Crm.Domain.Customers;

/// <summary>
/// The keys under which duplicates meet: names by sound, with address, date of birth or each other; e-mail addresses, numbers, streets
/// with house number, words of organisations. A key is a short hash of what it stands for: two that share one by chance are
/// compared for nothing.
/// </summary>
public sealed class CustomerMatchKeys : ICustomerKeyKind
{
    /// <summary>The stored name of this kind.</summary>
    public const string KindName = "match";

    /// <inheritdoc />
    public string Name => KindName;

    /// <inheritdoc />
    public IEnumerable<string> KeysOf(Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return KeysOf(MatchProfile.Of(customer));
    }

    internal static IReadOnlyList<string> KeysOf(MatchProfile profile)
    {
        var records = profile.Records();
        var blocking = new BlockingKeys(RecordReading.Read(records, null), forStorage: true);
        var keys = new List<ulong>();
        for (var i = 0; i < records.Count; i++)
        {
            blocking.Add(i, keys);
        }

        // A person and an organisation are never the same.
        var kind = profile.Kind == CustomerKind.Person ? "p" : "o";
        return [.. keys.Distinct().Select(k => kind + Short(k))];
    }

    // 48 bits in eight characters: each key is kept twice, in its row and in the index.
    private static string Short(ulong key)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, key ^ (key >> 48));
        return Convert.ToBase64String(bytes[2..]);
    }
}
