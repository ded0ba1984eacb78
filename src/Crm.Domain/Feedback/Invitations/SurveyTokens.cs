using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crm.Domain.Feedback;

/// <summary>
/// Tokens of invitations that this library sends: HMAC-SHA256 over the invitation under the host's key, so that the message in the
/// database holds a mark in their place, and every try of sending puts in the same token. Checked by their stored hashes alone.
/// </summary>
/// <remarks>Singleton; safe for use by several threads.</remarks>
public sealed partial class SurveyTokens
{
    private readonly byte[]? _key;

    /// <summary>Takes the key from the options.</summary>
    /// <param name="options">The options of the CRM.</param>
    public SurveyTokens(IOptions<CrmOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _key = options.Value.Feedback.TokenKey is { } key ? Convert.FromBase64String(key) : null;
    }

    /// <summary>Whether the host gave a key.</summary>
    public bool HasKey => _key is not null;

    internal string Of(SurveyInvitationId id, int ordinal) => Base64Url.EncodeToString(
        HMACSHA256.HashData(_key ?? throw new InvalidOperationException("CrmOptions.Feedback.TokenKey is not set."), Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"survey:{id.Value:N}:{ordinal}"))));

    internal static string MarkOf(SurveyInvitationId id, int ordinal) => string.Create(CultureInfo.InvariantCulture, $"survey-token-{id.Value:N}-{ordinal}");

    internal static IReadOnlyList<(SurveyInvitationId Id, int Ordinal)> MarksIn(string? text) =>
        [.. Marks().Matches(text ?? string.Empty).Select(m => (SurveyInvitationId.From(Guid.ParseExact(m.Groups["id"].Value, "N")), int.Parse(m.Groups["ordinal"].ValueSpan, CultureInfo.InvariantCulture))).Distinct()];

    [GeneratedRegex("survey-token-(?<id>[0-9a-f]{32})-(?<ordinal>[12])(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Marks();
}
