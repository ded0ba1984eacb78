using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Crm.Domain.Access;

namespace Crm.Domain.Marketing;

/// <summary>
/// Tokens of confirmations, and the hashes by which addresses and senders are counted: HMAC-SHA256 under the host's key. A token follows from its sign-up, so that every
/// try of sending puts in the same one; it is checked by its stored hash alone.
/// </summary>
/// <remarks>Scoped service: what one tenant issued says nothing to another.</remarks>
public sealed class SignUpTokens
{
    private readonly byte[]? _key;
    private readonly CrmScopeAccessor _scope;

    /// <summary>Takes the key from the options.</summary>
    /// <param name="options">The options of marketing.</param>
    /// <param name="scope">Says whose tokens they are.</param>
    public SignUpTokens(MarketingOptions options, CrmScopeAccessor scope)
    {
        ArgumentNullException.ThrowIfNull(options);
        _key = options.TokenKey is { } key ? Convert.FromBase64String(key) : null;
        _scope = scope;
    }

    /// <summary>Whether the host gave a key.</summary>
    public bool HasKey => _key is not null;

    internal string Of(SignUpId id) => Base64Url.EncodeToString(Mac("token", id.Value.ToString("N")));

    internal string HashOf(string kind, string text) => Convert.ToHexStringLower(Mac(kind, text));

    private byte[] Mac(string use, string text) => HMACSHA256.HashData(
        _key ?? throw new InvalidOperationException("CrmOptions.Marketing.TokenKey is not set."), Encoding.UTF8.GetBytes($"crm\nsign-up\n{use}\n{_scope.Current?.TenantId}\n{text}"));
}
