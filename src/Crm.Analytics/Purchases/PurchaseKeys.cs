using System.Collections;
using Crm.Analytics.Grouping;

namespace Crm.Analytics.Purchases;

/// <summary>The distinct keys of one column in ascending order: numbers by value, texts ordinal, GUIDs by value.</summary>
/// <remarks>Immutable. The order does not depend on the order of the rows or on the number of threads.</remarks>
public sealed class PurchaseKeys : IReadOnlyList<PurchaseKey>
{
    private readonly long[] _numbers = [];
    private readonly string[] _texts = [];
    private readonly Guid[] _guids = [];

    internal PurchaseKeys(long[] numbers) => (Kind, Count, _numbers) = (PurchaseKeyKind.Int64, numbers.Length, numbers);

    internal PurchaseKeys(string[] texts) => (Kind, Count, _texts) = (PurchaseKeyKind.Text, texts.Length, texts);

    internal PurchaseKeys(Guid[] guids) => (Kind, Count, _guids) = (PurchaseKeyKind.Guid, guids.Length, guids);

    private PurchaseKeys()
    {
    }

    /// <summary>A list without keys.</summary>
    public static PurchaseKeys Empty { get; } = new();

    /// <summary>The kind of all keys; none when the column has no key.</summary>
    public PurchaseKeyKind Kind { get; }

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>The key at a position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is not below <see cref="Count"/>.</exception>
    public PurchaseKey this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return Kind switch
            {
                PurchaseKeyKind.Int64 => _numbers[index],
                PurchaseKeyKind.Text => _texts[index],
                _ => _guids[index],
            };
        }
    }

    /// <summary>The position of a key by binary search, or −1 when the list does not have it.</summary>
    public int Find(PurchaseKey key)
    {
        if (key.Kind != Kind) return KeyEncoder.NoPosition;
        var found = Kind switch
        {
            PurchaseKeyKind.Int64 => Array.BinarySearch(_numbers, key.AsInt64()),
            PurchaseKeyKind.Text => Array.BinarySearch(_texts, key.AsText(), StringComparer.Ordinal),
            PurchaseKeyKind.Guid => Array.BinarySearch(_guids, key.AsGuid()),
            _ => KeyEncoder.NoPosition,
        };
        return Math.Max(found, KeyEncoder.NoPosition);
    }

    /// <inheritdoc/>
    public IEnumerator<PurchaseKey> GetEnumerator()
    {
        for (var position = 0; position < Count; position++) yield return this[position];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The keys at ascending positions, as a list of their own.</summary>
    internal PurchaseKeys Take(int[] positions) => Kind switch
    {
        PurchaseKeyKind.Int64 => new(Array.ConvertAll(positions, position => _numbers[position])),
        PurchaseKeyKind.Text => new(Array.ConvertAll(positions, position => _texts[position])),
        PurchaseKeyKind.Guid => new(Array.ConvertAll(positions, position => _guids[position])),
        _ => Empty,
    };

    /// <summary>The keys of two lists, with the new position of every key of either.</summary>
    /// <exception cref="ArgumentException">The lists hold keys of different kinds.</exception>
    internal (PurchaseKeys Keys, int[] Left, int[] Right) Union(PurchaseKeys other, string column)
    {
        if (Count > 0 && other.Count > 0 && Kind != other.Kind)
            throw new ArgumentException($"{column} keys are {Kind} in one log and {other.Kind} in the other.", nameof(other));
        switch (Count > 0 ? Kind : other.Kind)
        {
            case PurchaseKeyKind.Int64:
                var numbers = KeyUnion.Of(_numbers, other._numbers, Comparer<long>.Default);
                return (new(numbers.Keys), numbers.Left, numbers.Right);
            case PurchaseKeyKind.Text:
                var texts = KeyUnion.Of(_texts, other._texts, StringComparer.Ordinal);
                return (new(texts.Keys), texts.Left, texts.Right);
            case PurchaseKeyKind.Guid:
                var guids = KeyUnion.Of(_guids, other._guids, Comparer<Guid>.Default);
                return (new(guids.Keys), guids.Left, guids.Right);
            default:
                return (Empty, [], []);
        }
    }
}
