using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Crm.Domain.Primitives;

namespace Crm.Domain.SelfService;

/// <summary>
/// Tokens of invitations that this library sends, and codes of changes: HMAC-SHA256 over record and number under the host's key, so that
/// the message in the database holds a mark in their place, and every try of sending puts in the same. Tokens are checked by their stored
/// hashes alone; codes, which are short, are stored in no form and made anew to compare.
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

    /// <summary>The code for a change: 50 bits, as two groups of five letters and digits that nobody confuses.</summary>
    public string CodeOf(ChangeRequestId id, int number)
    {
        const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var bytes = Sealed("change", id.Value, number);
        var signs = new string([.. bytes.Take(10).Select(b => Alphabet[b & 31])]);
        return $"{signs[..5]}-{signs[5..]}";
    }

    /// <summary>Whether a code is the right one, in whatever case and with or without its hyphen. Takes as long for every wrong one.</summary>
    public bool IsCode(ChangeRequestId id, int number, string code) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(CodeOf(id, number)))), SHA256.HashData(Encoding.UTF8.GetBytes(Plain(code))));

    public static string MarkOf(ChangeRequestId id, int number) => string.Create(CultureInfo.InvariantCulture, $"portal-code-{id.Value:N}-{number}");

    public static IReadOnlyList<(ChangeRequestId Id, int Number)> CodeMarksIn(string? text) =>
        [.. CodeMarks().Matches(text ?? string.Empty).Select(m => (ChangeRequestId.From(Guid.ParseExact(m.Groups["id"].Value, "N")), int.Parse(m.Groups["number"].ValueSpan, CultureInfo.InvariantCulture))).Distinct()];

    private static string Plain(string code) => code.Replace("-", string.Empty, StringComparison.Ordinal).Trim().ToUpperInvariant();

    private byte[] Sealed(string what, Guid id, int number) => HMACSHA256.HashData(
        _key ?? throw new InvalidOperationException("CrmOptions.SelfService.TokenKey is not set."), Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"portal:{what}:{id:N}:{number}")));

    [GeneratedRegex("portal-token-(?<id>[0-9a-f]{32})-(?<number>[1-9][0-9]{0,6})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Marks();

    [GeneratedRegex("portal-code-(?<id>[0-9a-f]{32})-(?<number>[1-9][0-9]{0,6})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex CodeMarks();
}
