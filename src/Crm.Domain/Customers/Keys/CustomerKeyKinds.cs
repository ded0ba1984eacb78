using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Domain.Customers;

/// <summary>All kinds of keys that are kept of customers. Singleton service.</summary>
public sealed class CustomerKeyKinds
{
    /// <summary>Longest name of a kind.</summary>
    public const int MaxNameLength = 16;

    /// <summary>Longest key; a longer one is cut to this many characters, on both sides of a look-up.</summary>
    public const int MaxKeyLength = 64;

    private readonly ICustomerKeyKind[] _kinds;

    /// <summary>Collects the kinds.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <exception cref="ArgumentException">A name is empty, too long, or used twice.</exception>
    public CustomerKeyKinds(IEnumerable<ICustomerKeyKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        _kinds = [.. kinds.OrderBy(k => k.Name, StringComparer.Ordinal)];
        for (var i = 0; i < _kinds.Length; i++)
        {
            var name = _kinds[i].Name;
            if (string.IsNullOrWhiteSpace(name) || name.Length > MaxNameLength || (i > 0 && _kinds[i - 1].Name == name))
            {
                throw new ArgumentException($"The name of a kind of customer key is unique and has 1 to {MaxNameLength} characters, unlike '{name}'.", nameof(kinds));
            }
        }
    }

    /// <summary>The keys of a customer, each once, by kind and key in ordinal order.</summary>
    /// <param name="customer">The customer with all its parts.</param>
    /// <returns>The keys.</returns>
    public IReadOnlyList<DerivedKey> KeysOf(Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        var keys = new List<DerivedKey>();

        // Who was erased is found by nothing, and nobody's duplicate.
        foreach (var kind in customer.ErasedAt is null ? _kinds : [])
        {
            keys.AddRange(kind.KeysOf(customer)
                .Where(k => !string.IsNullOrEmpty(k)).Select(Cut)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(k => new DerivedKey(kind.Name, k)));
        }

        return keys;
    }

    /// <summary>A key as it is stored.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Its first <see cref="MaxKeyLength"/> characters; a surrogate pair is not split.</returns>
    public static string Cut(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Length <= MaxKeyLength ? key : key[..(char.IsHighSurrogate(key[MaxKeyLength - 1]) ? MaxKeyLength - 1 : MaxKeyLength)];
    }

    /// <summary>A number that changes, for all practical purposes, whenever the keys do; equal in every process.</summary>
    /// <param name="keys">The keys in the order of <see cref="KeysOf"/>.</param>
    /// <returns>The first eight bytes of their SHA-256.</returns>
    public static long FingerprintOf(IReadOnlyList<DerivedKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var text = new StringBuilder();
        foreach (var (kind, key) in keys)
        {
            text.Append(kind).Append('\u0001').Append(key).Append('\u0002');
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
