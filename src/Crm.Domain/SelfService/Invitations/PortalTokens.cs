using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Crm.Domain.Primitives;

namespace Crm.Domain.SelfService;

/// <summary>
/// Tokens of invitations that this library sends: HMAC-SHA256 over account and number under the host's key, so that the message in the
/// database holds a mark in their place, and every try of sending puts in the same token. Checked by their stored hashes alone.
/// </summary>
internal sealed partial class PortalTokens
{
    private readonly byte[]? _key;

    public PortalTokens(SelfServiceOptions options) => _key = options.TokenKey is { } key ? Convert.FromBase64String(key) : null;

    public bool HasKey => _key is not null;

    public string Of(PortalAccountId id, int number) => Base64Url.EncodeToString(Sealed("invitation", id.Value, number));

    public static string MarkOf(PortalAccountId id, int number) => string.Create(CultureInfo.InvariantCulture, $"portal-token-{id.Value:N}-{number}");

    public static IReadOnlyList<(PortalAccountId Id, int Number)> MarksIn(string? text) =>
        [.. Marks().Matches(text ?? string.Empty).Select(m => (PortalAccountId.From(Guid.ParseExact(m.Groups["id"].Value, "N")), int.Parse(m.Groups["number"].ValueSpan, CultureInfo.InvariantCulture))).Distinct()];

    private byte[] Sealed(string what, Guid id, int number) => HMACSHA256.HashData(
        _key ?? throw new InvalidOperationException("CrmOptions.SelfService.TokenKey is not set."), Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"portal:{what}:{id:N}:{number}")));

    [GeneratedRegex("portal-token-(?<id>[0-9a-f]{32})-(?<number>[1-9][0-9]{0,6})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Marks();
}
