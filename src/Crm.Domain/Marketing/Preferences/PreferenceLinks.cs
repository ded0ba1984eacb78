using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// Tokens that lead to a customer's preferences, and tokens that end one kind of message at once. They carry what they stand for and an HMAC-SHA256 over it under the host's
/// key. The first run out; the second do not, since whoever gets a message may end them at any time.
/// </summary>
/// <remarks>Scoped service: what one tenant issued says nothing to another.</remarks>
public sealed class PreferenceLinks
{
    private const int IdBytes = 16;
    private const int HourBytes = 4;
    private const int MacBytes = 16;
    private const int MaxLength = 400;

    private readonly byte[][] _keys;
    private readonly MarketingOptions _options;
    private readonly CrmScopeAccessor _scope;

    /// <summary>Takes the keys from the options.</summary>
    /// <param name="options">The options of marketing.</param>
    /// <param name="scope">Says whose tokens they are.</param>
    public PreferenceLinks(MarketingOptions options, CrmScopeAccessor scope)
    {
        ArgumentNullException.ThrowIfNull(options);
        _keys = options.TokenKey is null ? [] : [.. options.FormerTokenKeys.Prepend(options.TokenKey).Select(Convert.FromBase64String)];
        (_options, _scope) = (options, scope);
    }

    /// <summary>Whether the host gave a key.</summary>
    public bool HasKey => _keys.Length > 0;

    /// <summary>The token of a link to a customer's preferences.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="issuedAt">From when on <see cref="MarketingOptions.PreferenceLinkLifetime"/> counts, in whole hours.</param>
    /// <returns>Letters, digits, hyphens and underscores; the same for one customer and hour.</returns>
    /// <exception cref="InvalidOperationException">The host gave no key.</exception>
    public string ForCentre(CustomerId customerId, Instant issuedAt)
    {
        var payload = new byte[IdBytes + HourBytes];
        Guard.NotEmpty(customerId).Value.TryWriteBytes(payload, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32BigEndian(payload.AsSpan(IdBytes), HourOf(issuedAt + _options.PreferenceLinkLifetime));
        return Issue("centre", payload);
    }

    /// <summary>The token that ends messages of one purpose over one channel, for the header of RFC 8058 and for links.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="channel">The channel.</param>
    /// <returns>Letters, digits, hyphens and underscores; the same at every call.</returns>
    /// <exception cref="InvalidOperationException">The host gave no key.</exception>
    public string ForUnsubscribing(CustomerId customerId, PurposeKey purpose, ChannelKey channel)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(channel);
        return Issue("unsubscribe", [.. Guard.NotEmpty(customerId).Value.ToByteArray(bigEndian: true), .. Encoding.ASCII.GetBytes($"{purpose}/{channel}")]);
    }

    internal CustomerId? ReadCentre(string? token, Instant now) =>
        Read("centre", token) is { Length: IdBytes + HourBytes } payload && BinaryPrimitives.ReadUInt32BigEndian(payload.AsSpan(IdBytes)) > HourOf(now) ? CustomerOf(payload) : null;

    internal (CustomerId CustomerId, PurposeKey Purpose, ChannelKey Channel)? ReadUnsubscribing(string? token) =>
        Read("unsubscribe", token) is { Length: > IdBytes } payload && CustomerOf(payload) is { } customer && Encoding.ASCII.GetString(payload.AsSpan(IdBytes)).Split('/') is [var purpose, var channel]
            ? (customer, new PurposeKey(purpose), new ChannelKey(channel))
            : null;

    private static uint HourOf(Instant at) => (uint)Math.Clamp(at.ToUnixTimeSeconds() / 3_600, 0, uint.MaxValue);

    private static CustomerId? CustomerOf(byte[] payload) => new Guid(payload.AsSpan(0, IdBytes), bigEndian: true) is var id && id != Guid.Empty ? CustomerId.From(id) : null;

    private string Issue(string use, byte[] payload) => Base64Url.EncodeToString(
        [.. payload, .. Mac(HasKey ? _keys[0] : throw new InvalidOperationException("CrmOptions.Marketing.TokenKey is not set."), use, payload).AsSpan(0, MacBytes)]);

    private byte[]? Read(string use, string? token)
    {
        var bytes = new byte[MaxLength];
        if (token is not { Length: > 0 and <= MaxLength } || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length <= MacBytes || Base64Url.EncodeToString(bytes.AsSpan(0, length)) != token)
        {
            return null;
        }

        var (payload, mac, ours) = (bytes[..(length - MacBytes)], bytes[(length - MacBytes)..length], false);
        foreach (var key in _keys)
        {
            ours |= CryptographicOperations.FixedTimeEquals(Mac(key, use, payload).AsSpan(0, MacBytes), mac);
        }

        return ours ? payload : null;
    }

    private byte[] Mac(byte[] key, string use, byte[] payload)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"crm\npreferences\n{use}\n{_scope.Current?.TenantId}\n"), .. payload];
        return HMACSHA256.HashData(key, signed);
    }
}
