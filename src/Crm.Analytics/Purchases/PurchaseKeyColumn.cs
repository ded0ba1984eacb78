namespace Crm.Analytics.Purchases;

/// <summary>The keys of one column, one per row in source order, all of one kind.</summary>
/// <remarks>The column reads the memory it was given when the log is built and does not copy it.</remarks>
public sealed class PurchaseKeyColumn
{
    private PurchaseKeyColumn(PurchaseKeyKind kind, int count)
    {
        Kind = kind;
        Count = count;
    }

    /// <summary>The kind of all keys; none only for a column without any key.</summary>
    public PurchaseKeyKind Kind { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    internal ReadOnlyMemory<long> Numbers { get; private init; }

    internal ReadOnlyMemory<string?> Texts { get; private init; }

    internal ReadOnlyMemory<Guid> Guids { get; private init; }

    /// <summary>Rows of a number column that have no key; empty when all have.</summary>
    internal ReadOnlyMemory<bool> Missing { get; private init; }

    /// <summary>A column of numbers; every row has a key.</summary>
    public static PurchaseKeyColumn From(ReadOnlyMemory<long> keys) => From(keys, default);

    /// <summary>A column of texts; null and empty texts mean no key.</summary>
    public static PurchaseKeyColumn From(ReadOnlyMemory<string?> keys) =>
        new(PurchaseKeyKind.Text, keys.Length) { Texts = keys };

    /// <summary>A column of GUIDs; the empty GUID means no key.</summary>
    public static PurchaseKeyColumn From(ReadOnlyMemory<Guid> keys) =>
        new(PurchaseKeyKind.Guid, keys.Length) { Guids = keys };

    internal static PurchaseKeyColumn From(ReadOnlyMemory<long> keys, ReadOnlyMemory<bool> missing) =>
        new(PurchaseKeyKind.Int64, keys.Length) { Numbers = keys, Missing = missing };

    internal static PurchaseKeyColumn None(int count) => new(PurchaseKeyKind.None, count);
}
