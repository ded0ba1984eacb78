using System.Security.Cryptography;
using System.Text;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crm.Domain.Privacy;

/// <summary>
/// Keyed hashes (HMAC-SHA256) of addresses: enough to know an address again, and nothing to read it from without the host's key.
/// Two notations of one address have one hash.
/// </summary>
/// <remarks>Singleton; safe for use by several threads.</remarks>
public sealed class AddressHashes
{
    private readonly byte[][] _keys;

    /// <summary>Takes the keys from the options.</summary>
    /// <param name="options">The options of the CRM.</param>
    public AddressHashes(IOptions<CrmOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settled = options.Value;
        _keys = settled.SuppressionKey is null ? [] : [.. settled.FormerSuppressionKeys.Prepend(settled.SuppressionKey).Select(Convert.FromBase64String)];
    }

    /// <summary>Whether the host gave a key.</summary>
    public bool HasKey => _keys.Length > 0;

    /// <summary>The hash under which an address is kept from now on.</summary>
    /// <param name="kind">The kind of address; all kinds of number are one.</param>
    /// <param name="key">The comparison key of the address.</param>
    /// <returns>64 hexadecimal digits.</returns>
    /// <exception cref="InvalidOperationException">The host gave no key.</exception>
    public string Of(ContactPointKind kind, string key) =>
        HasKey ? Hash(_keys[0], kind, key) : throw new InvalidOperationException("CrmOptions.SuppressionKey is not set.");

    /// <summary>Every hash under which an address may be kept, former keys included.</summary>
    /// <param name="kind">The kind of address.</param>
    /// <param name="key">The comparison key of the address.</param>
    /// <returns>The hashes; none without a key.</returns>
    public IReadOnlyList<string> AllOf(ContactPointKind kind, string key) => [.. _keys.Select(k => Hash(k, kind, key))];

    internal static bool IsUsable(string? key)
    {
        Span<byte> bytes = stackalloc byte[256];
        return key is null || (Convert.TryFromBase64String(key, bytes, out var length) && length >= 32);
    }

    private static string Hash(byte[] secret, ContactPointKind kind, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var text = (Guard.Defined(kind) == ContactPointKind.Email ? "email:" : "phone:") + key;
        return Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)));
    }
}
