using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>
/// Tokens in the links of campaigns that nobody else can make: they carry the recipient and an HMAC-SHA256 over it under the host's key. One that opts out
/// follows nothing, and one that follows does not opt out.
/// </summary>
/// <remarks>Scoped service: what one tenant issued says nothing to another.</remarks>
public sealed class CampaignTokens
{
    private const int IdBytes = 16;
    private const int MacBytes = 16;

    private readonly byte[][] _keys;
    private readonly CrmScopeAccessor _scope;

    /// <summary>Takes the keys from the options.</summary>
    /// <param name="options">The options of marketing.</param>
    /// <param name="scope">Says whose tokens they are.</param>
    public CampaignTokens(MarketingOptions options, CrmScopeAccessor scope)
    {
        ArgumentNullException.ThrowIfNull(options);
        _keys = options.TokenKey is null ? [] : [.. options.FormerTokenKeys.Prepend(options.TokenKey).Select(Convert.FromBase64String)];
        _scope = scope;
    }

    /// <summary>Whether the host gave a key.</summary>
    public bool HasKey => _keys.Length > 0;

    /// <summary>The token by which a recipient opts out.</summary>
    /// <param name="id">The recipient.</param>
    /// <returns>Letters, digits, hyphens and underscores; the same at every call.</returns>
    /// <exception cref="InvalidOperationException">The host gave no key.</exception>
    public string ForOptOut(CampaignRecipientId id) => Issue(id, "opt-out");

    /// <summary>The token by which what a recipient does is followed. Give it only to those who agreed.</summary>
    /// <param name="id">The recipient.</param>
    /// <returns>Letters, digits, hyphens and underscores; the same at every call.</returns>
    /// <exception cref="InvalidOperationException">The host gave no key.</exception>
    public string ForTracking(CampaignRecipientId id) => Issue(id, "tracking");

    internal CampaignRecipientId? ReadOptOut(string? token) => Read(token, "opt-out");

    internal CampaignRecipientId? ReadTracking(string? token) => Read(token, "tracking");

    private string Issue(CampaignRecipientId id, string use)
    {
        var payload = Guard.NotEmpty(id).Value.ToByteArray(bigEndian: true);
        var key = HasKey ? _keys[0] : throw new InvalidOperationException("CrmOptions.Marketing.TokenKey is not set.");
        return Base64Url.EncodeToString([.. payload, .. Mac(key, use, payload).AsSpan(0, MacBytes)]);
    }

    private CampaignRecipientId? Read(string? token, string use)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + MacBytes];
        if (token is not { Length: 43 } || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != bytes.Length || Base64Url.EncodeToString(bytes) != token)
        {
            return null;
        }

        var (payload, mac, ours) = (bytes[..IdBytes].ToArray(), bytes[IdBytes..].ToArray(), false);
        foreach (var key in _keys)
        {
            ours |= CryptographicOperations.FixedTimeEquals(Mac(key, use, payload).AsSpan(0, MacBytes), mac);
        }

        return ours && new Guid(payload, bigEndian: true) is var id && id != Guid.Empty ? CampaignRecipientId.From(id) : null;
    }

    private byte[] Mac(byte[] key, string use, byte[] payload)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"crm\ncampaign\n{use}\n{_scope.Current?.TenantId}\n"), .. payload];
        return HMACSHA256.HashData(key, signed);
    }
}
