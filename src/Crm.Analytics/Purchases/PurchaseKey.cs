using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Crm.Analytics.Purchases;

/// <summary>The key of a customer, product or order as the source has it: a number, a text or a GUID.</summary>
/// <remarks>
/// The default value, an empty text and the empty GUID all mean "no key" (<see cref="PurchaseKeyKind.None"/>).
/// Keys of different kinds are never equal. Ordering: none, numbers, texts (ordinal), GUIDs.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct PurchaseKey : IEquatable<PurchaseKey>, IComparable<PurchaseKey>
{
    private readonly string? _text;
    private readonly Guid _bits;

    private PurchaseKey(PurchaseKeyKind kind, string? text, Guid bits)
    {
        Kind = kind;
        _text = text;
        _bits = bits;
    }

    /// <summary>What the key holds.</summary>
    public PurchaseKeyKind Kind { get; }

    /// <summary>A key that is a number; every number is a key, zero too.</summary>
    public static PurchaseKey From(long key) =>
        new(PurchaseKeyKind.Int64, null, Unsafe.BitCast<Int128, Guid>(key));

    /// <summary>A key that is a text; null and the empty text give no key.</summary>
    public static PurchaseKey From(string? key) =>
        string.IsNullOrEmpty(key) ? default : new(PurchaseKeyKind.Text, key, default);

    /// <summary>A key that is a GUID; the empty GUID gives no key.</summary>
    public static PurchaseKey From(Guid key) =>
        key == Guid.Empty ? default : new(PurchaseKeyKind.Guid, null, key);

    /// <summary>Same as <see cref="From(long)"/>.</summary>
    public static implicit operator PurchaseKey(long key) => From(key);

    /// <summary>Same as <see cref="From(string)"/>.</summary>
    public static implicit operator PurchaseKey(string? key) => From(key);

    /// <summary>Same as <see cref="From(Guid)"/>.</summary>
    public static implicit operator PurchaseKey(Guid key) => From(key);

    /// <summary>Equality of kind and value.</summary>
    public static bool operator ==(PurchaseKey left, PurchaseKey right) => left.Equals(right);

    /// <summary>Inequality of kind or value.</summary>
    public static bool operator !=(PurchaseKey left, PurchaseKey right) => !left.Equals(right);

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The key is not a number.</exception>
    public long AsInt64() => Kind == PurchaseKeyKind.Int64 ? Number : throw Wrong(PurchaseKeyKind.Int64);

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">The key is not a text.</exception>
    public string AsText() => _text ?? throw Wrong(PurchaseKeyKind.Text);

    /// <summary>The GUID.</summary>
    /// <exception cref="InvalidOperationException">The key is not a GUID.</exception>
    public Guid AsGuid() => Kind == PurchaseKeyKind.Guid ? _bits : throw Wrong(PurchaseKeyKind.Guid);

    /// <inheritdoc/>
    public bool Equals(PurchaseKey other) =>
        Kind == other.Kind && _bits == other._bits && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PurchaseKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _bits, _text);

    /// <inheritdoc/>
    public int CompareTo(PurchaseKey other) => Kind != other.Kind
        ? Kind.CompareTo(other.Kind)
        : Kind switch
        {
            PurchaseKeyKind.Int64 => Number.CompareTo(other.Number),
            PurchaseKeyKind.Text => string.CompareOrdinal(_text, other._text),
            PurchaseKeyKind.Guid => _bits.CompareTo(other._bits),
            _ => 0,
        };

    /// <summary>The key in the invariant culture; empty for no key.</summary>
    public override string ToString() => Kind switch
    {
        PurchaseKeyKind.Int64 => Number.ToString(CultureInfo.InvariantCulture),
        PurchaseKeyKind.Text => _text!,
        PurchaseKeyKind.Guid => _bits.ToString(),
        _ => "",
    };

    private long Number => (long)Unsafe.BitCast<Guid, Int128>(_bits);

    private InvalidOperationException Wrong(PurchaseKeyKind asked) => new($"The key is of kind {Kind}, not {asked}.");
}
